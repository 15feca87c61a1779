"""Who wrote a report: names in bylines, in the brackets that close it, and in its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from viewer.model import Source

_NAMES = re.compile(r"[\s　、,，;；/&]+")
_HAN_NAME = re.compile(r"[一-鿿·]{2,5}")
_ONE_HAN = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Stripped:
    """What a line came to: its words that stay in the report, the source enriched, its role.

    `role` empty means that the line is no furniture.
    """

    rest: str
    source: Source
    role: str = ""


def without_end_marks(line: str, source: Source) -> Stripped:
    """A last paragraph without the names and editors' marks in brackets that close it."""
    role = ""
    for _ in range(_MOST_MARKS):
        found = _END_MARK.search(line, max(0, len(line) - _LONGEST_MARK))
        names = _bracketed_names(found) if found else None
        if found is None or names is None or not line[: found.start()].strip():
            return Stripped(line, source, role)
        if names and not _EDITED.search(found[0]):
            source = replace(source, authors=source.authors or names)
        line, role = line[: found.start()].rstrip(), "byline"
    return Stripped(line, source, role)


_MOST_MARKS, _LONGEST_MARK = 4, 80
_END_MARK = re.compile(r"[【\[（(]([^【】\[\]（）()。]{2,60})[】\]）)]\s*$")
_EDITED = re.compile(r"编辑|责编|校对|审核")
_MARKED = re.compile(
    r"^\s*(?:[一-鿿]{0,6}(?:本报|本网|本刊|新华社|报|网|社)?)?(?:记者|通讯员|责任编辑|编辑|责编|作者|文/|图/|文图|摄影|校对)"
)


def _bracketed_names(found: re.Match[str]) -> tuple[str, ...] | None:
    """The names in closing brackets, () for an editor's mark, None where it is no furniture."""
    inner, square = found[1], found[0][0] in "【["
    if _MARKED.match(inner):
        return names_in(inner)
    spaced = spaced_names(inner)
    return spaced if spaced and square else None


def names_in(text: str) -> tuple[str, ...]:
    """The names of persons in a byline, without their roles."""
    plain = re.sub(
        r"(?:[一-鿿]{0,6}(?:本报|本网|本刊|新华社)|首席|见习|特约)?(?:记者|通讯员|实习生|责任编辑|编辑|责编|作者|撰稿|摄影|供稿|校对|文图|文|图)"
        r"[\s　:：/]*",
        " ",
        text,
    )
    return spaced_names(plain) or tuple(
        name for name in _NAMES.split(plain.strip()) if 2 <= len(name) <= 20
    )


def spaced_names(text: str) -> tuple[str, ...]:
    """`林  珊  夏  阳`, `林珊 夏阳`, `林珊、夏阳`: names of two to four characters, else ()."""
    pieces = [piece for piece in _NAMES.split(text.strip("[]【】（）() 　\xa0")) if piece]
    whole: list[str] = []
    waiting = ""
    for piece in pieces:
        if _ONE_HAN.fullmatch(piece):  # names of two characters are often set apart
            waiting += piece
            if len(waiting) == 2:
                whole.append(waiting)
                waiting = ""
        elif _HAN_NAME.fullmatch(piece) and not waiting:
            whole.append(piece)
        else:
            return ()
    if waiting or not whole or any(len(name) > 4 and "·" not in name for name in whole):
        return ()
    return tuple(whole)


_DATELINE = re.compile(
    r"^(?:[（(【])?(?:(?P<paper>新华社|中新社|中新网|本报|央视网消息|央广网|人民网|[一-鿿]{2,8}(?:日报|晚报|"
    r"时报|新闻网))(?P<rest>[^。，]{0,40}?)(?:电|讯|消息|报道|：|:|）|\))|"
    r"(?P<other>[一-鿿]{2,8}(?:网|报|社))[^。，！？：:\s]{0,16}?(?:日电|讯|消息|报道)[（(，,：:\s])"
)
_IN_DATELINE = re.compile(r"[（(](?:本报|本网|新华社)?\s*(?:记者|通讯员)\s*([^（）()]{2,40})[)）]")


def with_dateline(paragraph: str, source: Source) -> Source:
    """The source enriched by `新华社临江三月五日电（记者陈一）`, which stays in the passage."""
    found = _DATELINE.match(paragraph)
    if found is None:
        return source
    paper = re.sub(r"消息$", "", found["paper"] or found["other"])
    names = _IN_DATELINE.search(paragraph[:80])
    authors = source.authors or (names_in(names[1]) if names else ())
    known = "" if paper == "本报" else paper
    return replace(source, publication=source.publication or known, authors=authors)
