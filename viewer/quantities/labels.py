"""Labels: the short noun phrase of the text that says what a number measures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from viewer.language import is_english, runs
from viewer.model import Kind, Quantity, Standing
from viewer.quantities.chinese.aims import with_standing
from viewer.quantities.chinese.cell_labels import cell_label
from viewer.quantities.chinese.ellipsis import LAST, Antecedent, joined
from viewer.quantities.chinese.parenthetical import bracketed_lists
from viewer.quantities.chinese.phrases import Clause, label_of
from viewer.quantities.chinese.reference import goes_on, untimed
from viewer.quantities.chinese.respectively import shared_subjects
from viewer.quantities.chinese.wholes import of_whole, remember, thing_before
from viewer.quantities.english import labels as english_labels
from viewer.quantities.json_record import moved, with_label
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.flattened import number_cells
from viewer.quantities.traditional import printed

_BREAKS = "，。；！？\n：:;!?｜|\t"
_STOPS = "。！？\n\t"
_REACH = 60
_AHEAD = 24
_NO_NOUN = "[较比同与]|(?:增长|下降|上升|上涨|下跌|回落|成长|提高|增加|减少|[为达降增跌涨]到?)$"
_CASES = ("件", "起", "例", "宗")
"""Units of cases, whose people may follow with no word between: 5474件6443人."""
_IN_TURN = (
    "^(?:主要)?(?:其次|次|首先|首位|其后|再次|最多|第[一二三四五]位?|最主要的?)(?:分别)?[为是]|"
    "^以(?![上下内外前后及来色旧租])(?=[^，]{3})"
)
"""What ranks the members of a list whose numbers stand in brackets: 其次为工时过长（36%）."""
_IN_BRACKET = (
    "(?:每.{1,3}|.{0,4}[量额值率价数]|其中|约|近|超|逾|占比?|同比|环比)?"
    "(?:上升|下跌|下降|增长|上涨|减少|增加|升|跌|降|增|减|涨|为|达)?(?:约|近|超过|逾)?"
)
_YEAR_OF_SAME = "(?:[0-9]{4}|[零〇一二三四五六七八九]{4})年同[期季月]"
"""A year that is part of what is compared with: 2019年同期."""
_TIMES = ("人次", "台次", "例次", "班次", "架次", "人天")
_DONE = (
    "(?:[\u4e00-\u9fff]{0,6})(?:门诊|门急诊|急诊|住院|出院|手术|体检|培训|接诊|就诊|转诊|巡诊|诊疗|"
    "会诊|义诊|巡查|巡护|起降|服务)"
)
"""What is done each time, which without its unit would name no number."""
_HELD_AGAINST = "(?<=[^，]{2})(?:调整|年初)?预算(?:数)?(?:完成率)?$"
"""What a level is held against, whose change is that of the level: 为预算180亿元的82%，下降5%."""
_NEEDS_HEADING = ("收入", "支出", "总收入", "总支出", "收入总计", "支出总计")
_HEADED = (
    "(?:^|\n)[ \u3000]*[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．] ?"
    "([\u4e00-\u9fff]{3,12}?)(?:预算|决算|收支|情况|执行情况)*[。：:\n]\\s*$"
)
_HEADING_REACH = 40
_SHORT = 3
_LEANS = 4
"""How far a sentence that begins with 其中 may stand from the number before it."""


def labelled(
    text: str, quantities: Sequence[Quantity], language: str = "zh-CN"
) -> tuple[Quantity, ...]:
    """The quantities with labels taken from the words around them; they come in text order."""
    parts = runs(text, language)
    if len(parts) == 1:
        return _labelled(text, quantities, parts[0].language)
    done: list[Quantity] = []
    for part in parts:
        start = part.span.start
        first = bisect_left(quantities, start, key=_start)
        last = bisect_left(quantities, part.span.end, key=_start)
        own = [moved(one, -start) for one in quantities[first:last]]
        found = _labelled(part.span.of(text), own, part.language)
        done += (moved(one, start) for one in found)
    return tuple(done)


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _labelled(text: str, quantities: Sequence[Quantity], language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in one language with their labels."""
    folded = fold(text)
    cells = number_cells(folded)
    if is_english(language):
        return english_labels.labelled(folded, quantities, cells)
    folded = _parted(text, fold_chinese(folded))
    done: list[Quantity] = []
    subject = ""
    lent: dict[str, Antecedent] = {}
    floor = 0
    for at, quantity in enumerate(quantities):
        if not quantity.is_metric:
            done.append(quantity)
            continue
        cell = cells.get(quantity.span.start)
        if cell is not None:
            label = cell_label(cell)
        else:
            clause = _clause(folded, quantities, at, floor)
            if clause.fresh:
                subject, lent = "", {}
            label, subject = _label(clause, quantity, subject, lent)
            if clause.fresh and label in _NEEDS_HEADING:
                label = subject = _heading(folded, quantity.words.start) + label
            label = _with_times(label, quantity)
            remember(lent, clause, label, quantity)
            lent[LAST] = named = Antecedent(quantity.unit, untimed(label, subject), quantity.kind)
            if quantity.kind is not Kind.CHANGE:
                lent[quantity.unit] = lent[""] = named
        done.append(with_label(quantity, label))
        floor = quantity.words.end
    found = shared_subjects(folded, bracketed_lists(folded, done))
    found = tuple(one if one.span.start in cells else _told_of(folded, one) for one in found)
    own = printed(text)
    if own is None:
        return found
    return tuple(with_label(one, own.back(one.label, one.span.start)) for one in found)


def _parted(text: str, folded: str) -> str:
    """The folded text with a comma for the wide space that parts a heading from its second half."""
    if "\u3000" not in text:
        return folded
    pieces = pattern(r"(?<=[\u4e00-\u9fff”])\u3000(?=[\u4e00-\u9fff“]{3})").finditer(text)
    marks = [found.start() for found in pieces]
    chars = list(folded)
    for at in marks:
        chars[at] = "，"
    return "".join(chars)


def _label(
    clause: Clause, quantity: Quantity, subject: str, lent: dict[str, Antecedent]
) -> tuple[str, str]:
    """The label and the subject after it, with what the number before lends to both."""
    last = lent.get(LAST)
    if last is not None and clause.shared and clause.before.strip() == "或":
        return last.label, subject
    beside = last is not None and clause.shared and not clause.before
    if last is not None and beside and last.unit in _CASES and quantity.unit in ("人", "名"):
        return f"{last.label}人数", subject
    if last is not None and (word := clause.before.strip()[:2]) == "后者":
        clause = clause._replace(before=last.label + clause.before.strip().removeprefix(word))
    if quantity.kind is Kind.CHANGE and not clause.fresh:
        subject = pattern(_HELD_AGAINST).sub("", subject)
    label, after = label_of(clause, quantity, thing_before(subject, quantity, lent))
    named = joined(label, quantity, lent)
    named = of_whole(named, subject, clause, quantity, lent)
    return named, (named if after == label else after)


def _told_of(folded: str, quantity: Quantity) -> Quantity:
    """The quantity with a label that says whether it is aimed for or expected."""
    if not quantity.is_metric or quantity.standing not in (Standing.TARGET, Standing.FORECAST):
        return quantity
    near = folded[max(0, quantity.words.start - _REACH) : quantity.words.start]
    lead = near[1 + max(map(near.rfind, _STOPS)) :]
    return with_label(quantity, with_standing(quantity.label, quantity, lead))


def _heading(folded: str, start: int) -> str:
    """The numbered heading right before the sentence of a number: （二）社会保险基金预算。"""
    sentence = 1 + max(folded.rfind(mark, 0, start) for mark in _STOPS)
    found = pattern(_HEADED).search(folded[max(0, sentence - _HEADING_REACH) : sentence])
    return "" if found is None else found.group(1)


def _with_times(label: str, quantity: Quantity) -> str:
    """What is counted by how often, where its name alone says what is done: 门诊 is 门诊人次."""
    times = quantity.unit in _TIMES and quantity.kind is Kind.COUNT
    done = times and pattern(_DONE).fullmatch(label) is not None
    return f"{label}{quantity.unit}" if done else label


def _clause(folded: str, quantities: Sequence[Quantity], at: int, floor: int) -> Clause:
    """The words before the quantity in its clause, without dates, and the words after it."""
    words = quantities[at].words
    near = max(floor, words.start - _REACH)
    lead = folded[near : words.start]
    cut = near + _clause_start(lead)
    sentence = near + 1 + max(map(lead.rfind, _STOPS))
    fresh = sentence > near or floor == 0 or near > floor
    if fresh and floor > 0 and folded.startswith("其中", sentence) and sentence - floor < _LEANS:
        fresh = False
    on = floor > 0 and "\n" not in folded[floor : max(floor, sentence)]
    if fresh and on and goes_on(folded[sentence : words.start]):
        fresh = False
    earlier = ""
    if cut - 1 > sentence:
        start = near + 1 + max(folded[near : cut - 1].rfind(mark) for mark in _BREAKS)
        earlier = _without(folded, (max(start, sentence), cut - 1), quantities, at)
    before = _opened(_without(folded, (cut, words.start), quantities, at))
    after = folded[words.end : words.end + _AHEAD]
    if len(before.strip()) <= _SHORT and not pattern(_NO_NOUN).match(before.strip()):
        before = _month_before(folded, quantities, at, max(sentence, floor)) + before
    return Clause(before, after, earlier, fresh=fresh, shared=floor > 0 and cut <= floor)


def _opened(before: str) -> str:
    """What a bracket right before the number speaks of: 公务执勤（9.6 万起, 服装（上升7.6%.

    What stands before the bracket is told more closely by a measure in it (服装（零售量上升).
    """
    outer, bracket, inner = before.rpartition("（")
    if not bracket or "）" in inner:
        return before
    outer = pattern(r"^.*[及和与、）；]").sub("", outer.rstrip())
    outer = pattern(_IN_TURN).sub("", outer)
    before = pattern(_IN_TURN).sub("", before)
    if not inner.strip():
        return outer
    told = pattern(_IN_BRACKET).fullmatch(inner.strip())
    return before if told is None or not outer else outer + inner.strip()


def _month_before(folded: str, quantities: Sequence[Quantity], at: int, floor: int) -> str:
    """The month that a bare word belongs to (5月份，发电 is 5月份发电), or is held against."""
    date = quantities[at - 1] if at else None
    if date is None or date.kind is not Kind.DATE or date.span.start < floor:
        return ""
    if not date.surface.endswith(("月", "月份")):
        return ""
    against = folded[date.span.start - 1 : date.span.start]
    led = against if against and against in "比较与由从" else ""
    return led + date.surface.replace(" ", "")


def _clause_start(lead: str) -> int:
    """Where the last clause of `lead` begins; a comma inside brackets begins none."""
    cut = 1 + max(map(lead.rfind, _BREAKS))
    if "）" in lead[cut:] and "（" not in lead[cut:] and (opened := lead.rfind("（", 0, cut)) >= 0:
        cut = 1 + max(lead.rfind(mark, 0, opened) for mark in _BREAKS)
    return cut


def _without(folded: str, part: tuple[int, int], quantities: Sequence[Quantity], at: int) -> str:
    """The part of the text less the dates that stand in it."""
    start, end = part
    pieces: list[str] = []
    for quantity in reversed(quantities[max(0, at - 6) : at]):
        if quantity.span.end <= start:
            break
        kept = pattern(_YEAR_OF_SAME).match(folded, quantity.span.start)
        if quantity.kind.value == "date" and quantity.span.start >= start and kept is None:
            pieces.append(folded[quantity.span.end : end])
            end = quantity.span.start - folded.endswith(("第", "前"), start, quantity.span.start)
            end -= end > start and folded[end - 1] in "较比"
    pieces.append(folded[start:end])
    return "".join(reversed(pieces))
