import re
import textwrap

from hypothesis import given
from hypothesis import strategies as st

from viewer.draft.readers.plain import blocks_of
from viewer.draft.readers.unwrap import whole

ENGLISH = (
    "The harbour handled 1.2 million tonnes in the first half, 4.5 percent more than a year "
    "earlier. Container traffic, which makes up a third of the total, rose 7 percent to "
    "410 thousand tonnes. Fishing boats landed 18,300 tonnes, a little less than before. The "
    "new quay, opened in spring, took 52 ships and saved each of them about six hours."
)
CHINESE = (
    "上半年全港完成货物吞吐量120万吨，比上年同期增长4.5%，其中集装箱41万吨，增长7%。渔船卸鱼1.83万吨，"
    "略低于上年。新码头春季启用以来接靠船舶52艘，每艘平均节省六小时。下半年将再建两个泊位，投资2.4亿元。"
)


def wrapped(text: str, width: int) -> list[str]:
    """Chinese broken as an editor does: after so many characters, numbers kept whole."""
    lines, line = [], ""
    for piece in re.findall(r"[0-9.%]+|.", text):
        if len(line) + len(piece) > width and piece not in "，。、":
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]


def said(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


def test_english_lines_broken_at_one_width_are_one_paragraph() -> None:
    page = "\n\n".join(textwrap.fill(part, 60) for part in (ENGLISH, ENGLISH[:170]))
    assert said(page) == [ENGLISH, ENGLISH[:170].strip()]
    assert all(block.alone for block in blocks_of(page))


def test_chinese_lines_broken_at_one_width_are_one_paragraph() -> None:
    page = "\n\n".join("\n".join(wrapped(CHINESE, 30)) for _ in range(2))
    assert said(page) == [CHINESE, CHINESE]


def test_an_indent_begins_a_paragraph_and_a_flush_heading_stands_alone() -> None:
    body = "\n".join(wrapped("　　" + CHINESE, 30))
    page = f"港口半年报\n{body}\n泊位建设\n{body}\n"
    assert said(page) == ["港口半年报", CHINESE, "泊位建设", CHINESE]


def test_a_heading_after_a_last_line_that_is_full_is_not_drawn_into_it() -> None:
    full = CHINESE.replace("。", "，")[:59] + "。"  # two lines of thirty, both full
    body = "\n".join(wrapped(full, 30))
    other = "\n".join(wrapped("　　" + CHINESE, 30))
    assert said(f"{other}\n{body}\n泊位建设\n{other}")[2] == "泊位建设"


def test_items_of_a_list_stay_apart() -> None:
    page = "\n".join(
        textwrap.fill(f"{at}. {ENGLISH[:130]}", 60, subsequent_indent="   ") for at in range(1, 5)
    )
    assert [text[:2] for text in said(page)] == ["1.", "2.", "3.", "4."]


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    lines = [CHINESE[:50], CHINESE[:31], CHINESE, CHINESE[10:47], CHINESE[:36]]
    assert said("\n".join(lines)) == lines
    english = ENGLISH.split(". ")
    assert said("\n".join(english)) == english


def test_a_hyphen_at_the_end_of_a_line_stays_without_a_space() -> None:
    text = f"Compared year-on-year, and by every measure, it grew. {ENGLISH}"
    lines = textwrap.wrap(text, 60)
    lines[:1] = ["Compared by every measure that the port has taken year-on-", "year, it grew."]
    assert said("\n".join(textwrap.wrap(text, 60)))[0] == text
    assert whole(lines[:2]).endswith("year-on-year, it grew.")


@given(st.lists(st.text(alphabet="ab 港。.-1\t", max_size=60), max_size=12))
def test_nothing_is_lost_but_white_space(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join("".join(said(text)).split()) == "".join(text.split())
