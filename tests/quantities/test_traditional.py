from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Kind, Qualifier
from viewer.quantities import labelled, scan
from viewer.quantities.traditional import printed, simplified

TEXT = (
    "河南省小麥已收6456萬畝，進度過八成，當日投入聯合收割機8.1萬台，機收水平比上年提高兩個百分點。"
)


def test_traditional_text_is_read_like_simplified_text() -> None:
    found = [q for q in scan(TEXT) if q.is_metric]
    assert [(q.value, q.kind) for q in found] == [
        (64560000, Kind.AMOUNT),
        (80, Kind.SHARE),
        (81000, Kind.COUNT),
        (2, Kind.CHANGE),
    ]
    assert found[1].qualifier is Qualifier.AT_LEAST


def test_units_and_labels_are_given_back_as_the_text_prints_them() -> None:
    first = labelled(TEXT, scan(TEXT))[0]
    assert (first.unit, first.label) == ("畝", "河南省小麥已收")


def test_words_of_taiwan_and_hong_kong_are_read_as_their_own() -> None:
    text = (
        "人口為249萬3,250人，投信買超5億元。零售總值的臨時估計為313億元，首五個月合計下跌4%。"
        "買賣合約共788份，較4月上升3%，每股派8港仙。"
    )
    found = [q for q in labelled(text, scan(text)) if q.is_metric]
    assert [(float(q.value or 0), q.unit, str(q.qualifier), q.label) for q in found] == [
        (2493250, "人", "exact", "人口"),
        (500000000, "元", "exact", "投信買超"),
        (31300000000, "元", "exact", "零售總值"),
        (4, "%", "exact", "零售總值"),
        (788, "份", "exact", "買賣合約"),
        (3, "%", "exact", "買賣合約"),
        (8, "港仙", "exact", "每股派"),
    ]


def test_a_simplified_text_with_one_name_in_old_characters_keeps_its_own_units() -> None:
    text = "亩产580公斤，种植12万亩，共收获小麦的村有8个，村名为大畝。"
    assert [q.unit for q in scan(text) if q.is_metric] == ["公斤", "亩", "个"]


@given(st.text(alphabet="萬畝萬万亩个個年%3，收穫", max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(simplified(text)) == len(text)
    own = printed(text)
    assert (own is None) == (simplified(text) == text)
    assert own is None or len(own.back(simplified(text), 0)) == len(text)
