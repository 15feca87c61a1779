"""The comments of a file that is written anew: each stays with the field that it stood by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

import yaml

from viewer.datafile.nodes import Fields, Items, Node, Scalar
from viewer.datafile.reading import read_briefing
from viewer.i18n import Words

_NAMES = ("id", "period", "title")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*", re.MULTILINE)
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_END = ("end",)

Address = tuple[str, ...]
"""The road to a field by the names of what it stands in, not by numbers: those change."""


@dataclass(frozen=True, slots=True)
class _Comments:
    """What stood by a field: whole lines before it, and the words at the end of its line."""

    before: tuple[str, ...]
    behind: str = ""


def with_comments(old: str, new: str, words: Words) -> str:
    """The text `new` of a data file with the author's comments of `old`.

    Lines of comment go before the field, list item or end that they stood before, a comment behind
    a field stays behind it, or before it where there is no room. One whose field is gone goes with
    it (`comments_gone` lists it); what `new` says already is not said twice, nor what a draft said
    of a section under another title (`words` tell how). The result reads as `new`, or is `new`.
    """
    lines = new.splitlines()
    said = {line.strip() for line in lines}
    drafted = _of_any_section(words)
    places = {address: at for at, address in _addresses(new).items()}
    before: dict[int, list[str]] = defaultdict(list)
    for address, kept in _comments(old).items():
        at = len(lines) if address == _END else places.get(address)
        if at is None:
            continue
        line = lines[at] if at < len(lines) else ""
        pad = " " * (len(line) - len(line.lstrip(" ")))
        own = [one for one in kept.before if one not in said and not drafted.fullmatch(one)]
        if kept.behind and _is_open_scalar(line):
            lines[at] = f"{line}  {kept.behind}"
        elif kept.behind and kept.behind != _behind(line):
            own.append(kept.behind)
        before[at] += [pad + one for one in own]
    done: list[str] = []
    for at in range(len(lines) + 1):
        done += [*before[at], *lines[at : at + 1]]
    text = "\n".join(done) + "\n"
    return text if _same(text, new) else new


def comments_gone(old: str, new: str, words: Words) -> tuple[str, ...]:
    """The author's comments of `old` that `new` does not have, in their order."""
    left = Counter(found.text for found in _found(new))
    drafted = _of_sections(old, words)
    gone = []
    for found in _found(old):
        if left[found.text]:
            left[found.text] -= 1
        elif found.text not in drafted:
            gone.append(found.text)
    return tuple(gone)


def _of_any_section(words: Words) -> re.Pattern[str]:
    """What a draft says before a section, whatever its title: `# 第 2 节：农业`."""
    said = words("format.comment-section", number="\x00", title="\x01")
    return re.compile("# " + re.escape(said).replace("\x00", r"\d+").replace("\x01", ".*"))


def _of_sections(text: str, words: Words) -> frozenset[str]:
    """What a draft says before the sections of this very file."""
    briefing = read_briefing(text.encode()).briefing
    sections = briefing.sections if briefing is not None else ()
    titles = [" ".join(section.title.split()) for section in sections]
    return frozenset(
        "# " + words("format.comment-section", number=number, title=title)
        for title in titles
        for number in range(1, len(sections) + 1)
    )


def _same(text: str, new: str) -> bool:
    """Whether both say the same: comments move places, and nothing else."""
    roots = [read_briefing(each.encode()).root for each in (text, new)]
    return _plain_value(roots[0]) == _plain_value(roots[1])


def _plain_value(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_plain_value(item) for item in node.items]
    return (
        [] if node is None else [(name.text, _plain_value(under)) for name, under in node.entries]
    )


def _addresses(text: str) -> Mapping[int, Address]:
    """By line, counted from 0, the outermost thing that begins there."""
    found: dict[int, Address] = {}
    root = read_briefing(text.encode()).root
    for line, address in _walk(root, ()) if root is not None else ():
        if line not in found or len(address) < len(found[line]):
            found[line] = address
    return found


def _walk(node: Node, road: Address) -> Iterator[tuple[int, Address]]:
    if isinstance(node, Fields):
        for name, under in node.entries:
            yield name.place.line - 1, (*road, name.text)
            yield from _walk(under, (*road, name.text))
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            here = (*road, f"[{_name(item) or number}]")
            yield item.place.line - 1, here
            yield from _walk(item, here)


def _name(item: Node) -> str:
    """What tells an item of a list from the others."""
    if isinstance(item, Scalar):
        return item.text
    fields = {name.text: under for name, under in item.entries} if isinstance(item, Fields) else {}
    named = (fields.get(key) for key in _NAMES)
    return next((one.text for one in named if isinstance(one, Scalar)), "")


@dataclass(frozen=True, slots=True)
class _Found:
    """One comment: its line, counted from 0, its text, and whether the line holds nothing else."""

    line: int
    text: str
    alone: bool


def _found(text: str) -> Iterator[_Found]:
    """Every comment of a file: what begins with `#` between the tokens of the text."""
    end = line = counted = 0
    for token in _tokens(text):
        start, stop = token.start_mark.index, token.end_mark.index
        spans = [(end, start)]
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            head = text.find("\n", start)
            spans.append((start, head if head >= 0 else stop))  # behind the sign of a block
        for begin, close in spans:
            for comment in _COMMENT.finditer(text, begin, close):
                line += text.count("\n", counted, comment.start())
                counted = comment.start()
                before = text[text.rfind("\n", 0, counted) + 1 : counted]
                yield _Found(line, comment.group().rstrip(), not before.strip())
        end = max(end, stop)


def _tokens(text: str) -> Iterator[yaml.Token]:
    """The tokens of a file, up to a mistake if it has one."""
    with suppress(yaml.YAMLError):
        yield from yaml.scan(text, Loader=yaml.CSafeLoader)


def _comments(text: str) -> Mapping[Address, _Comments]:
    """The comments of a file by what they stand before or behind."""
    at_line = _addresses(text)
    found: dict[int, list[_Found]] = defaultdict(list)
    for comment in _found(text):
        found[comment.line].append(comment)
    kept: dict[Address, _Comments] = {}
    waiting: list[str] = []
    for number in sorted({*found, *at_line}):
        behind = [one.text for one in found[number] if not one.alone]
        waiting += [one.text for one in found[number] if one.alone]
        address = at_line.get(number)
        if address is None:  # within a value: it stands before what comes next
            waiting += behind
        else:
            kept[address] = _Comments(tuple(waiting), " ".join(behind))
            waiting = []
    if waiting:
        kept[_END] = _Comments(tuple(waiting))
    return kept


def _behind(line: str) -> str:
    """The comment at the end of a line; a `#` in quotes or in a word begins none."""
    masked = _QUOTED.sub(lambda found: "x" * len(found.group()), line)
    at = masked.find(" #")
    return "" if at < 0 else line[at + 1 :].rstrip()


def _is_open_scalar(line: str) -> bool:
    return not _behind(line) and not line.rstrip().endswith((",", "["))
