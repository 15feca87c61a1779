"""Page furniture: what stands on the page and is no part of the report's words.

Rows of patterns of the language and the genre: breadcrumbs, bylines, marks, dates, and web pages'.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from viewer.draft.bylines import Stripped, names_in, spaced_names
from viewer.model import Source
from viewer.quantities.english.words import MONTHS_BEGIN
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.stated_units import unit_of
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import any_of, entries

_FLAGS = re.IGNORECASE
_DATE = (
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*[年\-/.．]\s*[\d一二三四五六七八九十]{1,3}\s*[月\-/.．]"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日?"
)
_MONTH = rf"(?:{MONTHS_BEGIN})[a-z]*\.?"
_ENGLISH_DATE = rf"(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}})"
_TIME = r"(?:\s*[T ]?\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{2})?\s*分?)?"
_ENGLISH_TIME = (
    r"(?:,?(?:\s+at)?\s+\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?(?:\s+(?:[a-z]{2,4}t|utc)\b)?)?"
)
_FIELD = (
    rf"(?:^|(?<=[\s　|｜（(\[【]))({any_of('zh', 'report.field')}|{any_of('en', 'report.field')})"
    r"\s*[:：]\s*"
)
"""What opens a labelled field of a line: `来源：`."""

BREADCRUMB = re.compile(
    r"^(?:[您你]?(?:的)?(?:当前|现在|所在)?(?:的)?位置(?:是)?\s*[:：]|首页\s*[>＞»›/]|home\s*[>»›/])|"
    r"^[^。>＞»›]{1,20}(?:\s*[>＞»›]{1,2}\s*[^。>＞»›]{1,20}){2,}$",
    _FLAGS,
)
_DATE_LINE = re.compile(
    rf"^[（(\[【]?\s*(?:{_DATE}{_TIME}|{_ENGLISH_DATE}{_ENGLISH_TIME})\s*(?:星期[一二三四五六日天])?[)）\]】]?$",
    _FLAGS,
)
_ANY_DATE = re.compile(rf"(?:{_DATE}{_TIME}|{_ENGLISH_DATE})", _FLAGS)
_STAMP = re.compile(
    rf"^(?:https?://\S+\s+)?(?P<date>{_DATE}){_TIME}\s+(?P<site>[一-鿿A-Za-z·]{{2,16}})$", _FLAGS
)
_AGO = re.compile(
    r"^(?:\d{1,3}\s*(?:分钟|小时|天|周|个月|年)前|(?:\d{1,3}|an?)\s+(?:minute|hour|day|week|month|year)s?"
    r"\s+ago|yesterday|today)$",
    _FLAGS,
)
_WEB = re.compile(
    r"^(?:【?打印(?:本页|文章)?】?|【?关闭(?:窗口|本页)?】?|返回(?:顶部|首页|列表)|上一[篇条页].*|下一[篇条页].*|"
    r"扫一扫.{0,20}|分享(?:\W*|(?:到|至).{0,16}|(?:本文|本页|文章|链接).{0,8})|微信扫一扫.*|相关(?:阅读|新闻|链接|文章).{0,4}|延伸阅读.{0,2}|"
    r"(?:版权所有|copyright|©).*|.{0,6}icp备.*|.{0,6}公网安备.*|免责声明.*|网站地图|联系我们|"
    r"字[号体][:：]?\s*[大中小\s|]*|[大中小]\s*[大中小]\s*[大中小]|"
    r"share(?:\W*| this\b.{0,20}| (?:on|via|by|to) .{1,16})|"
    r"print this page|"
    r"read more.{0,20}|related (?:articles|stories).{0,4}|all rights reserved.*|下载附件.{0,10}|"
    r"原标题[:：].*|点击进入专题.*|点击(?:上方|下方|蓝字|关注|这里|标题下).{0,20}|.{0,8}蓝字.{0,12}|"
    r"(?:长按|识别|扫描|扫码).{0,24}(?:二维码|关注|识别).{0,8}|[-—–·\s]*(?:end|the end)[-—–·\s]*|"
    r"(?:阅读原文|阅读全文|展开全文|显示全文|收起|喜欢就.{0,12}|点(?:赞|个在看|在看).{0,16}|原创|转载请.{0,30})|"
    r"(?:[【\[]?\s*(?:发表评论|新闻查询帮助|大\s*中\s*小|打印|关闭|收藏|推荐|纠错|返回.{0,4})\s*[】\]]?\s*)+)$",
    _FLAGS,
)
_CONTENTS = re.compile(r"^.{1,60}(?:…{2,}|\.{4,}|·{4,}|。{4,})\s*\d{1,4}$")
_PAGE = re.compile(
    r"^(?:第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?|[-—–]\s*\d{1,4}\s*[-—–]|page \d+)$", _FLAGS
)
_BODY_OF = re.compile(
    r"^[一-鿿（）()·]{2,28}(?:局|委员会|委|办公室|办|部|厅|总队|调查队|中心|院|社|报|网|署|处|政府|银行|"
    r"公司|协会|学会|大学|集团|台)$"
)
_BYLINE_LEAD = re.compile(
    r"^[（(\[【]?\s*(?:[一-鿿]{0,8}?(?:本报|本网|本刊|本社|新华社|人民网|中新社|报|网|社)?\s*)?"
    r"(?:首席记者|见习记者|特约记者|记者|特约通讯员|通讯员|实习生|撰稿|文)\s*[:：/ \u3000]\s*"
    r".{2,60}?\s*[)）\]】]?$"
)
_ENGLISH_BYLINE = re.compile(
    r"^(?:by|reporting by|editing by|written by)\s+[A-Z][\w.'’-]+(?:[\s,;&]+.*)?$", _FLAGS
)


@dataclass(frozen=True, slots=True)
class BoilerplateKind:
    """One kind of furniture: its role, how it is known, what it tells of the source.

    `edge` rows count only near the beginning and the end of a report.
    """

    role: str
    known: Callable[[str], bool]
    told: Callable[[str, Source], Source]
    edge: bool = True


def is_organisation(line: str) -> bool:
    """Whether a line is the name of an office, a company or a paper, and nothing else."""
    return _BODY_OF.match(line) is not None


def strip(line: str, source: Source, edge: bool, headed: bool = False) -> Stripped:
    """What furniture `line` is, if any; `edge` tells that it stands near an end of the report.

    `headed` tells that it stands between the headline and the first paragraph, where the name of
    an office says who published.
    """
    for row in ROWS:
        if (edge or not row.edge) and row.known(line):
            return Stripped("", row.told(line, source), row.role)
    if headed and _BODY_OF.match(line):
        published = source.publication or line
        return Stripped("", replace(source, publication=published), "byline")
    return Stripped(line, source)


def _breadcrumb(line: str, source: Source) -> Source:
    """The site and the page of a road through it; 首页 alone names no site."""
    crumbs = [
        crumb.strip() for crumb in re.split(r"[>＞»›]+", re.sub(r"^[^:：>＞]*[:：]", "", line))
    ]
    named = bool(crumbs) and crumbs[0].lower() not in {"", "首页", "home"}
    crumbs = [crumb for crumb in crumbs if crumb and crumb not in {"正文", "首页", "详情", "Home"}]
    if not crumbs:
        return source
    site = re.sub(r"(?:网站)?首页$", "", crumbs[0]) if named else ""
    page = crumbs[-1] if len(crumbs) > 1 or not named else ""
    return replace(source, publication=source.publication or site, page=source.page or page)


def _fields(line: str, source: Source) -> Source:
    """The `来源：… 作者：… 时间：…` of a line, each to its place in the source."""
    fields = {one.word: one.sense for name in ("zh", "en") for one in entries(name, "report.field")}
    found = list(pattern(_FIELD, _FLAGS).finditer(simplified(line)))
    for at, field in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(line)
        key, said = field[1].lower(), line[field.end() : end].strip(" \u3000|｜;；,，)）]】")
        if not said:
            continue
        if fields[key] == "publication":
            named = _ANY_DATE.sub(" ", said).strip(" \u3000|｜;；,，") or said
            source = replace(source, publication=source.publication or named[:40])
        elif fields[key] == "author":
            names = names_in(_ANY_DATE.sub(" ", said))
            source = replace(source, authors=source.authors or names)
        elif fields[key] == "date":
            source = replace(source, date=source.date or date_in(said) or source.date)
    return replace(source, date=source.date or date_in(line))


def date_in(text: str) -> str:
    """The first date that a text names, as printed."""
    found = re.search(f"{_DATE}|{_ENGLISH_DATE}", text, _FLAGS)
    return found[0].strip() if found else ""


def _dated(line: str, source: Source) -> Source:
    return replace(source, date=source.date or date_in(line))


def _stamped(line: str, source: Source) -> Source:
    """`2020年3月5日 10:20 某某网`: when, and who published."""
    found = _STAMP.match(line)
    assert found is not None
    return replace(
        source,
        date=source.date or found["date"].strip(),
        publication=source.publication or found["site"],
    )


def _by(line: str, source: Source) -> Source:
    return replace(source, authors=source.authors or names_in(line.strip("[]【】（）() ")))


def _nothing(line: str, source: Source) -> Source:
    return source


def _is_fields(line: str) -> bool:
    """A line of labelled fields and nothing else, not a sentence that has a colon."""
    if len(line) > 160 or "。" in line:
        return False
    found = pattern(_FIELD, _FLAGS).search(simplified(line))
    if found is None:
        return False
    lead = line[: found.start()].strip(" \u3000|｜（([【")
    said = line[found.end() :]
    return (not lead or bool(_DATE_LINE.match(lead))) and len(said) <= 120 and "，" not in said


def _is_names(line: str) -> bool:
    """Names in brackets alone on a line; （万元） is what is left of the header of a table."""
    if len(line) > 40 or line[0] not in "【[（(" or not spaced_names(line):
        return False
    return not unit_of(line.strip("【】[]（）() "), whole=True).unit


_NUMBERED = re.compile(
    r"^[一-鿿]{2,14}[〔\[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*第?\s*\d{1,5}\s*号$"
)
_RED_HEAD = re.compile(r"^[一-鿿（）()]{4,30}(?<!公司)文件$")


def _numbered(line: str, source: Source) -> Source:
    """`某政发〔2020〕15号`: what an office calls the paper."""
    return replace(source, note=source.note or line)


def _red_head(line: str, source: Source) -> Source:
    """`某市人民政府文件`: the office, in red over its paper."""
    return replace(source, publication=source.publication or line.removesuffix("文件"))


ROWS: tuple[BoilerplateKind, ...] = (
    BoilerplateKind(
        "breadcrumb", lambda line: len(line) < 90 and bool(BREADCRUMB.match(line)), _breadcrumb
    ),
    BoilerplateKind("web", lambda line: len(line) < 80 and bool(_WEB.match(line)), _nothing),
    BoilerplateKind("fields", _is_fields, _fields),
    BoilerplateKind("date", lambda line: len(line) < 50 and bool(_DATE_LINE.match(line)), _dated),
    BoilerplateKind("date", lambda line: len(line) < 90 and bool(_STAMP.match(line)), _stamped),
    BoilerplateKind(
        "ago", lambda line: len(line) < 30 and bool(_AGO.match(line)), _nothing, edge=False
    ),
    BoilerplateKind("contents", lambda line: bool(_CONTENTS.match(line)), _nothing, edge=False),
    BoilerplateKind(
        "page", lambda line: len(line) < 30 and bool(_PAGE.match(line)), _nothing, edge=False
    ),
    BoilerplateKind("fields", lambda line: bool(_NUMBERED.match(line)), _numbered),
    BoilerplateKind("fields", lambda line: bool(_RED_HEAD.match(line)), _red_head),
    BoilerplateKind("byline", lambda line: len(line) < 90 and bool(_BYLINE_LEAD.match(line)), _by),
    BoilerplateKind(
        "byline", lambda line: len(line) < 90 and bool(_ENGLISH_BYLINE.match(line)), _nothing
    ),
    BoilerplateKind("byline", _is_names, _by),
)
"""Every kind of furniture, the first that fits a line wins."""
