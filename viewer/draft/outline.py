"""From blocks to sections: title, source, headings and passages, furniture put aside."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.draft.boilerplate import date_in, strip
from viewer.draft.bylines import with_dateline, without_end_marks
from viewer.draft.contents import Dropped, without_contents
from viewer.draft.headings import Heading, has_number, headings, is_short
from viewer.draft.headline import GENRE, below_names, is_dated_kind, tells_more, with_heads
from viewer.draft.readers import Block, Report, Shape
from viewer.language import CHINESE, is_english, language_of, paragraph_language
from viewer.model import Source

_BELOW = " · "
"""What parts the title of a chapter from that of its section."""
_EDGE = 8
_LONGEST_TITLE = 120
_LONGEST_CLAUSE = 60
_UNIT_BEHIND = re.compile(r"[\s\u3000]+([（(]?(?:计量)?单位\s*[:：]\s*[^\s。，]{1,16})$")
_CLAUSES = re.compile("[，。；！？]")
_LONGEST_PASSAGE = 8_000
_LONGEST_PARAGRAPH = 40_000
_SPLIT_FROM, _MOST_NUMBERS = 2_500, 48
_LONGEST_LEAD = 60
_DATES = re.compile(r"\d{2,4}\s*年(?:度)?|\d{1,2}\s*月|\d{1,2}\s*[日号]")
_NUMBER = re.compile(r"\d[\d.,]*")
_STOPS = ("\n", "。", "；", ". ", "，", ", ", " ")
_PERIOD = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*年(?:\s*(上半年|下半年|[一二三四]季度|第[一二三四]季度|前三季度|1[—\-~～至]\d{1,2}月))?"
)
_ENGLISH_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d{2})(?![\d,%])")


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A section to be: its heading as printed (empty for the words before the first), its words.

    `passage` has the paragraphs parted by blank lines, the rows of a table by line breaks.
    """

    title: str
    passage: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A report in order: what it is called, where it comes from, its parts, what was left out."""

    title: str
    language: str
    period: str
    source: Source
    parts: tuple[OutlinePart, ...]
    dropped: tuple[Dropped, ...]


def outline(report: Report) -> Outline:
    """Part a report into its sections."""
    language = language_of(block.text for block in report.blocks) or CHINESE
    report = replace(report, blocks=tuple(_without_units(report.blocks)))
    named, names, rest = below_names(report.blocks)
    if not named:
        named, rest = _titled(report)
    told, noted = _with_margin_lines((*report.margin, *names), report.source)
    rest, contents = without_contents(rest)
    blocks, source, dropped = _without_furniture(rest, told)
    dropped = [*contents, *dropped]
    title, blocks = (named, blocks) if named else _headline(blocks)
    if title:
        blocks, source, bylines = _without_bylines(blocks, source)
        dropped = [*dropped, *bylines]
    parts = tuple(_sized(_with_lead(_parts(blocks, _chosen(blocks, headings(blocks))))))
    if not parts:  # all of it looked like furniture: then it is the report
        parts, dropped = tuple(_sized(_parts(report.blocks, ()))), []
    parts = _with_headline(title, parts, report.blocks)
    source = with_dateline(parts[0].passage[:200] if parts else "", source)
    source = replace(source, publication=source.publication or report.site)
    dropped_notes = [*(Dropped("page", text) for text in report.dropped), *noted]
    period = _period(title, parts, language)
    source = replace(source, headline=title)
    return Outline(title, language, period, source, parts, (*dropped_notes, *dropped))


def _without_units(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, the unit of a table that a heading has at the end of its line as a line of its
    own: it is what the table says, not the heading."""
    for block in blocks:
        found = _UNIT_BEHIND.search(block.text) if block.shape is not Shape.TABLE else None
        if found is None or not is_short(replace(block, text=block.text[: found.start()])):
            yield block
            continue
        yield replace(block, text=block.text[: found.start()])
        yield Block(Shape.PARAGRAPH, found[1], alone=block.alone)


def _titled(report: Report) -> tuple[str, tuple[Block, ...]]:
    """The title that the file names or shows first, and the blocks without it."""
    blocks = report.blocks
    if not report.title:
        return "", blocks
    wanted = "".join(report.title.split())
    for at, block in enumerate(blocks[:_EDGE]):
        if "".join(block.text.split()) == wanted:
            return block.text[:_LONGEST_TITLE], blocks[:at] + blocks[at + 1 :]
    return report.title[:_LONGEST_TITLE], blocks


def _without_furniture(
    blocks: Sequence[Block], source: Source
) -> tuple[tuple[Block, ...], Source, list[Dropped]]:
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for at, block in enumerate(blocks):
        edge = len(kept) <= _EDGE or at >= len(blocks) - _EDGE
        found = strip(block.text, source, edge) if block.shape is not Shape.TABLE else None
        if found is None or not found.role:
            kept.append(block)
        else:
            source = found.source
            dropped.append(Dropped(found.role, block.text))
    if kept and kept[-1].shape is not Shape.TABLE:
        last = without_end_marks(kept[-1].text, source)
        if last.role:
            dropped.append(Dropped(last.role, kept[-1].text[len(last.rest) :].strip()))
            kept[-1], source = replace(kept[-1], text=last.rest), last.source
    return tuple(kept), source, dropped


def _with_margin_lines(lines: Sequence[str], source: Source) -> tuple[Source, list[Dropped]]:
    """The source enriched by the lines around a headline, and those of them that told it."""
    noted: list[Dropped] = []
    for line in lines:
        found = strip(line, source, edge=True, headed=True)
        told = found.source
        if not found.role and not _CLAUSES.search(line):  # names and a time in one line
            told = replace(source, date=source.date or date_in(line))
        if told != source:
            noted.append(Dropped(found.role or "date", line))
            source = told
    return source, noted


def _without_bylines(
    blocks: tuple[Block, ...], source: Source
) -> tuple[tuple[Block, ...], Source, list[Dropped]]:
    """The blocks without the offices and names between the headline and the first words."""
    dropped: list[Dropped] = []
    for block in blocks[:-1]:
        if block.shape is Shape.TABLE:
            break
        found = strip(block.text, source, edge=True, headed=True)
        if not found.role:
            break
        dropped.append(Dropped(found.role, block.text))
        source = found.source
    return blocks[len(dropped) :], source, dropped


def _headline(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """The headline that the first block is, and the blocks after it; empty where it is none."""
    if len(blocks) < 2 or not (is_dated_kind(blocks[0].text) or _is_headline(blocks)):
        return "", blocks
    return blocks[0].text[:_LONGEST_TITLE], blocks[1:]


def _is_headline(blocks: Sequence[Block]) -> bool:
    first, second = blocks[0], blocks[1]
    if first.shape is Shape.TABLE or len(first.text) > _LONGEST_TITLE:
        return False
    after = headings(blocks, 1)
    if first.shape is Shape.HEADING:
        styled = (blocks[each.at] for each in after if blocks[each.at].shape is Shape.HEADING)
        return all(block.level > first.level for block in styled)
    one_clause = not _CLAUSES.search(first.text.rstrip("。"))
    if after and after[0].at == 1 and one_clause and not has_number(first.text):
        return len(first.text) <= _LONGEST_CLAUSE
    if not is_short(first) or has_number(first.text):
        return False
    if strip(second.text, Source(), edge=True, headed=True).role or GENRE.search(first.text):
        return True
    others = [len(blocks[each.at].text) for each in after if not has_number(blocks[each.at].text)]
    numbered = len(others) < len(after)
    return not others or numbered or _outgrows(first, max(others))


def _outgrows(first: Block, longest: int) -> bool:
    """Whether a first line is a headline among short lines that look like it.

    Headlines are sentences; the headings of a page of facts (人口数量) are as short as each other.
    """
    enough = 12 if paragraph_language(first.text) == CHINESE else 10_000
    return len(first.text) >= enough or len(first.text) > 1.3 * longest


def _chosen(blocks: Sequence[Block], found: Sequence[Heading]) -> list[Heading]:
    """The headings that begin sections: the highest rank, and the next where a part is long."""
    if not found:
        return []
    top = min(heading.rank for heading in found)
    tops = [heading for heading in found if heading.rank == top]
    lower = [heading for heading in found if heading.rank > top]
    chosen = list(tops)
    ends = [heading.at for heading in tops[1:]] + [len(blocks)]
    places = [heading.at for heading in lower]
    for begin, end in zip([heading.at for heading in tops], ends, strict=True):
        inner = lower[bisect_right(places, begin) : bisect_left(places, end)]
        if inner and _is_much("\n".join(block.text for block in blocks[begin:end])):
            chosen += _chosen_of_next(inner)
    before = [heading for heading in lower if heading.at < tops[0].at]
    return sorted(chosen + before, key=lambda heading: heading.at)


def _is_much(words: str) -> bool:
    """Whether a section is too long to read at once, or has more figures than charts hold."""
    return len(words) > _SPLIT_FROM or sum(1 for _ in _NUMBER.finditer(words)) > _MOST_NUMBERS


def _chosen_of_next(inner: Sequence[Heading]) -> list[Heading]:
    rank = min(heading.rank for heading in inner)
    same = [heading for heading in inner if heading.rank == rank]
    return same if len(same) > 1 else []


def _parts(blocks: Sequence[Block], chosen: Sequence[Heading]) -> list[OutlinePart]:
    """The blocks between headings as passages, under their chapters where they have any.

    A heading without words is the chapter of lower ones right below it, or begins the next passage.
    """
    titles = _under_chapters(blocks, chosen)
    ranks = {heading.at: heading.rank for heading in chosen}
    parts: list[OutlinePart] = []
    title = ""
    heads: list[str] = []
    said: list[str] = []
    for at, block in enumerate(blocks):
        if at not in ranks:
            said.append(block.text)
            continue
        if said:
            parts.append(_part(title, heads, said))
            heads, said = [], []
        elif title and not titles[at].startswith(f"{title}{_BELOW}"):
            heads, said = heads[:-1], [blocks[at - 1].text]
        heads.append(block.text)
        title = titles[at]
    if said or title:
        parts.append(_part(title, heads, said or [title]))
    return parts


def _with_headline(
    title: str, parts: tuple[OutlinePart, ...], blocks: Sequence[Block]
) -> tuple[OutlinePart, ...]:
    """The parts, the headline of the report before the first where it alone tells a figure."""
    printed = any(block.text.startswith(title) for block in blocks[:_EDGE]) if title else False
    if not printed or not parts or not tells_more(title, [part.passage for part in parts]):
        return parts
    first, *others = parts
    return (replace(first, passage=f"{title}\n\n{first.passage}"), *others)


def _part(title: str, heads: Sequence[str], said: Sequence[str]) -> OutlinePart:
    """A part with the figures of its headings that its words do not tell."""
    return OutlinePart(title, "\n\n".join(with_heads(heads, said)))


def _under_chapters(blocks: Sequence[Block], chosen: Sequence[Heading]) -> dict[int, str]:
    """The title of the section below each heading: its chapter's before its own, where the report
    has several chapters."""
    many = Counter(heading.rank for heading in chosen)
    titles: dict[int, str] = {}
    above: list[Heading] = []
    for heading in chosen:
        while above and above[-1].rank >= heading.rank:
            above.pop()
        told = [blocks[each.at].text for each in (*above[-1:], heading)]
        whole = _BELOW.join(map(_heading_text, told))
        titles[heading.at] = whole if len(whole) <= _LONGEST_TITLE else _heading_text(told[-1])
        if many[heading.rank] > 1:
            above.append(heading)
    return titles


def _heading_text(text: str) -> str:
    """A heading without the gap that sets a unit apart at the end of its line."""
    return " ".join(text.split())


def _with_lead(parts: list[OutlinePart]) -> list[OutlinePart]:
    """The parts, the words before the first heading put to the first section where they have no
    figure: a date, who reports to whom."""
    if len(parts) < 2 or parts[0].title or len(parts[0].passage) > _LONGEST_LEAD:
        return parts
    lead, first, *others = parts
    if _NUMBER.search(_DATES.sub("", lead.passage)):
        return parts
    return [OutlinePart(first.title, f"{lead.passage}\n\n{first.passage}"), *others]


def _sized(parts: Iterable[OutlinePart]) -> Iterable[OutlinePart]:
    """Parts short enough to show: a long one goes on in a further section, between paragraphs."""
    for part in parts:
        if len(part.passage) <= _LONGEST_PASSAGE:
            yield part
            continue
        piece: list[str] = []
        number = length = 0
        for paragraph in _paragraphs(part.passage):
            if piece and length + len(paragraph) > _LONGEST_PASSAGE:
                number += 1
                yield OutlinePart(_numbered(part.title, number), "\n\n".join(piece))
                piece, length = [], 0
            piece.append(paragraph)
            length += len(paragraph) + 2
        yield OutlinePart(_numbered(part.title, number + 1), "\n\n".join(piece))


def _paragraphs(passage: str) -> Iterator[str]:
    """The paragraphs of a passage; one that no file could hold is parted, after a sentence."""
    for paragraph in passage.split("\n\n"):
        start = 0
        while len(paragraph) - start > _LONGEST_PARAGRAPH:
            end = start + _LONGEST_PARAGRAPH
            stops = (paragraph.rfind(mark, start + _LONGEST_PARAGRAPH // 2, end) for mark in _STOPS)
            end = max(*stops, -1) + 1 or end
            yield paragraph[start:end].strip()
            start = end
        yield paragraph[start:].strip()


def _numbered(title: str, number: int) -> str:
    return f"{title} ({number})".strip() if number > 1 else title


def _period(title: str, parts: Sequence[OutlinePart], language: str) -> str:
    """The year (and part of it) that the title names, else the first that the words name."""
    lead = parts[0].passage[:600] if parts else ""
    for text in (title, lead):
        found = _PERIOD.search(text)
        if found:
            return found[1] + ("年" + found[2] if found[2] else "")
        english = _ENGLISH_YEAR.search(text) if is_english(language) else None
        if english:
            return english[1]
    return ""
