from collections.abc import Callable

import pytest

from viewer.model import Briefing, Issue, Metric, Place, Section, Severity, Standing
from viewer.proof import prove

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]
Find = Callable[..., dict[str, Issue]]

TEXT = "全省共充实派出所警力1793 名,专项列支经费1.48亿元。\n\n上案率达80% 以上,同比上升87.5% 。"


def test_a_quote_that_nothing_resembles_is_missing(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(cite="粮食产量五千吨"))
    assert set(found) == {"quote-missing"}
    issue = found["quote-missing"]
    assert issue.severity is Severity.ERROR
    assert issue.place == Place(7, 3)
    assert issue.path == "m[one].cite"
    assert issue.params["section"] == "一节"


@pytest.mark.parametrize("cite", ["", "  ", "，。"])
def test_a_quote_without_words_is_missing(metric: Make, issues: Find, cite: str) -> None:
    made = metric(value="1", unit="", cite=cite or " ")
    assert set(issues("一段话。", made)) == {"quote-missing"}


@pytest.mark.parametrize(
    ("cite", "code", "at", "wrote", "stands"),
    [
        ("派出所警力1793名", "quote-space", 10, "U+540D", "U+0020"),
        ("派出所警力1793\u00a0名", "quote-space", 10, "U+00A0", "U+0020"),
        ("派出所警力１７９３ 名", "quote-width", 6, "U+FF11", "U+0031"),
        ("1793 名、专项列支经费", "quote-punctuation", 7, "U+3001", "U+002C"),
    ],
)
def test_a_quote_that_almost_stands_says_in_what_it_differs(
    metric: Make, issues: Find, cite: str, code: str, at: int, wrote: str, stands: str
) -> None:
    found = issues(TEXT, metric(value="1793", unit="名", cite=cite))
    assert set(found) == {code}
    params = found[code].params
    assert (params["at"], params["wrote"], params["stands"]) == (at, wrote, stands)
    assert params["line"] == 20
    assert str(params["found"]) in TEXT


def test_a_quote_with_other_words_names_the_similar_ones(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="80", unit="%", cite="上案率已达到80% 以上"))
    assert set(found) == {"quote-wording"}
    assert found["quote-wording"].params["found"] == "上案率达80% 以上"
    assert found["quote-wording"].params["line"] == 22


def test_a_quote_of_another_section_names_that_section(
    metric: Make, section: MakeSection, say: Callable[[Issue], list[str]]
) -> None:
    here = section(
        "这里没有数字可引。", metric(value="1793", unit="名", cite="警力1793 名"), id_="a"
    )
    there = section(TEXT, id_="b", title="那一节")
    issues = prove(Briefing("题", sections=(here, there))).issues
    assert [issue.code for issue in issues] == ["quote-elsewhere"]
    assert issues[0].params["section"] == "那一节"
    assert all("那一节" in sentence for sentence in say(issues[0]))
    assert issues[0].params["line"] == 20


def test_a_quote_found_twice_gives_both_places(metric: Make, issues: Find) -> None:
    found = issues("先有5个。\n再有5个。", metric(cite="5个"))
    assert set(found) == {"quote-twice"}
    params = found["quote-twice"].params
    assert (params["line"], params["column"]) == (20, 9)
    assert (params["other_line"], params["other_column"]) == (21, 9)


def test_overlapping_occurrences_count_as_two(metric: Make, issues: Find) -> None:
    assert "quote-twice" in issues("哈哈哈", metric(cite="哈哈"))


def test_a_quote_without_a_number_has_no_figure(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(cite="专项列支经费"))
    assert set(found) == {"figure-missing"}
    assert found["figure-missing"].params["file"] == "5 个"


def test_a_quote_that_ends_inside_its_number_says_so(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="1793", unit="名", cite="派出所警力1793"))
    assert set(found) == {"figure-cut"}
    assert found["figure-cut"].params["text"] == "1793 名"


def test_a_quote_with_the_same_number_twice_is_ambiguous(metric: Make, issues: Find) -> None:
    found = issues("男5个、女5个。", metric(cite="男5个、女5个"))
    assert set(found) == {"figure-twice"}
    assert found["figure-twice"].params["n"] == 2


@pytest.mark.parametrize(
    ("text", "value", "unit", "write"),
    [
        ("港口收入4820万元。", "4820", "万元", ("4820万", "元")),
        ("港口收入35亿元。", "35", "亿元", ("35亿", "元")),
        ("The port earned 3.5 million euros.", "3.5", "million euros", ("3.5 million", "euros")),
    ],
)
def test_a_scale_in_the_unit_is_told_with_what_to_write(
    metric: Make, issues: Find, text: str, value: str, unit: str, write: tuple[str, str]
) -> None:
    found = issues(text, metric(value=value, unit=unit, cite=text))
    assert set(found) == {"scale-in-unit"}
    assert (found["scale-in-unit"].params["value"], found["scale-in-unit"].params["plain"]) == write
    wrong = issues(text, metric(value="9", unit=unit, cite=text))
    assert "scale-in-unit" not in wrong


def test_a_value_that_differs_shows_both(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="1739", unit="名", cite="派出所警力1793 名"))
    assert set(found) == {"value-disagrees"}
    params = found["value-disagrees"].params
    assert (params["file"], params["text"], params["line"]) == ("1739 名", "1793 名", 20)


def test_a_unit_that_differs_shows_both(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="1793", unit="辆", cite="派出所警力1793 名"))
    assert set(found) == {"unit-disagrees"}
    assert found["unit-disagrees"].params["unit"] == "辆"
    assert found["unit-disagrees"].params["text_unit"] == "名"


def test_a_qualifier_outside_the_quote_is_seen(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="80", unit="%", cite="上案率达80%"))
    assert set(found) == {"qualifier-disagrees"}
    params = found["qualifier-disagrees"].params
    assert (params["qualifier"], params["text_qualifier"]) == ("exact", "at_least")
    assert (params["text"], params["line"]) == ("80% 以上", 22)


def test_unit_and_qualifier_are_told_apart_when_both_differ(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="80", unit="名", cite="上案率达80%"))
    assert set(found) == {"unit-disagrees", "qualifier-disagrees"}


def test_an_amount_of_no_unit_is_told_with_a_dash(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="1793", unit="", cite="派出所警力1793 名"))
    assert found["unit-disagrees"].params["unit"] == "—"


def test_a_growth_listed_as_a_share_is_doubted(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(value="87.5", unit="%", kind="share", cite="同比上升87.5%"))
    assert set(found) == {"kind-doubtful"}
    assert found["kind-doubtful"].severity is Severity.WARNING


def test_a_rank_is_no_count(metric: Make, issues: Find) -> None:
    ranked = TEXT.replace("派出所警力1793 名", "派出所警力1793 名，居第5位")
    assert ranked != TEXT
    found = issues(ranked, metric(value="5", unit="位", cite="居第5位"))
    assert set(found) == {"rank-counted"}
    assert found["rank-counted"].severity is Severity.WARNING
    assert issues(ranked, metric(value="5", unit="", cite="居第5位")) == {}


def test_two_metrics_on_one_figure_are_noted(metric: Make, issues: Find) -> None:
    one = metric("one", "1793", "名", cite="警力1793 名")
    two = metric("two", "1793", "名", cite="派出所警力1793 名")
    found = issues(TEXT, one, two)
    assert set(found) == {"figure-shared"}
    assert found["figure-shared"].params["other"] == "one"


def test_a_label_that_stands_nowhere_near_is_a_warning(metric: Make, section: MakeSection) -> None:
    def codes(label: str) -> list[str]:
        made = metric(value="1793", unit="名", cite="派出所警力1793 名", label=label)
        shown: Section = section(TEXT, made)
        return [issue.code for issue in prove(Briefing("题", sections=(shown,))).issues]

    assert codes("新增警力") == []
    assert codes("粮食产量") == ["label-far"]
    assert codes("grain harvest") == []


@pytest.mark.parametrize(
    ("before", "after", "near"),
    [(290, 0, True), (310, 0, False), (0, 140, True), (0, 160, False)],
)
def test_a_label_is_near_within_some_sentences(
    metric: Make, section: MakeSection, before: int, after: int, near: bool
) -> None:
    ahead, behind = ("粮食", "") if before else ("", "粮食")
    text = f"{ahead}{'字' * before}派出所警力1793 名{'字' * after}{behind}"
    made = metric(value="1793", unit="名", cite="派出所警力1793 名", label="粮食")
    found = prove(Briefing("题", sections=(section(text, made),))).issues
    assert ("label-far" not in [issue.code for issue in found]) is near


def test_other_sections_are_searched_within_bounds(metric: Make, section: MakeSection) -> None:
    def codes(between: str) -> list[str]:
        sections = (
            section("这里没有。", metric(value="1793", unit="名", cite="警力1793 名"), id_="a"),
            section(between, id_="b"),
            section(TEXT, id_="c"),
        )
        return [issue.code for issue in prove(Briefing("题", sections=sections)).issues]

    assert codes("字" * 100) == ["quote-elsewhere"]
    assert codes("字" * 2_000_000) == ["quote-missing"]


def test_what_a_message_quotes_is_short_and_on_one_line(metric: Make, issues: Find) -> None:
    found = issues(TEXT, metric(cite="没有\n这样\u202e的" + "长" * 200 + "引文"))
    cite = str(found["quote-missing"].params["cite"])
    assert cite.startswith("没有 这样U+202E的长")
    assert cite.endswith("长引文")
    assert len(cite) < 70


def test_a_cell_that_disagrees_shows_what_the_table_says(metric: Make, issues: Find) -> None:
    text = "单位：亿元\n指标\t2019\t2020\n第一产业\t153.6\t161.2\n"
    found = issues(text, metric(value="154", unit="亿元", kind="amount", cite="第一产业\t153.6"))
    assert found["value-disagrees"].params["text"] == "153.6"


def test_many_missing_quotes_cost_a_bounded_search(metric: Make, issues: Find) -> None:
    many = [metric(f"m{at}", cite=f"派出所警力17{at:02}人") for at in range(40)]
    assert set(issues(TEXT, *many)) == {"quote-wording", "quote-missing"}


def test_a_fact_that_the_words_aim_at_is_told_with_what_they_say(
    metric: Make, issues: Find
) -> None:
    found = issues("力争警力达到1800名。", metric(value="1800", unit="名", cite="警力达到1800名"))
    assert set(found) == {"standing-disagrees"}
    assert found["standing-disagrees"].params["text"] == "target"
    aimed = metric(
        value="1800", unit="名", cite="警力达到1800名", standing=Standing.TARGET, label="警力"
    )
    assert issues("力争警力达到1800名。", aimed) == {}


def test_a_change_that_no_word_sends_up_or_down_is_told(metric: Make, issues: Find) -> None:
    unsaid = metric("变动", value="5", unit="%", cite="变动5%", kind="change", versus="上年")
    assert set(issues("警力变动5%。", unsaid)) == {"direction-unsaid"}
    said = metric("增长", value="5", unit="%", cite="增长5%", kind="change", versus="上年")
    assert issues("警力增长5%。", said) == {}


def test_a_dash_that_may_be_a_minus_is_told_until_the_author_writes_the_sign(
    metric: Make, issues: Find
) -> None:
    text = "警力变动-45名，另有车辆3台。"
    open_ = metric(value="45", unit="名", cite="警力变动-45名", label="警力变动")
    assert set(issues(text, open_)) == {"reading-doubtful"}
    minus = metric(value="-45", unit="名", cite="警力变动-45名", label="警力变动")
    assert issues(text, minus) == {}
