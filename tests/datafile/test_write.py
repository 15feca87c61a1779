from hypothesis import given

from tests.budget import examples
from tests.datafile.briefings import briefings, placeless
from viewer.datafile import read_briefing, read_bytes, write_briefing
from viewer.i18n import load
from viewer.resources import bundled


@given(briefings())
@examples(20)
def test_what_is_written_reads_back_as_the_same_briefing(briefing):
    reading = read_briefing(write_briefing(briefing).encode())
    assert reading.issues == ()
    assert placeless(reading.briefing) == placeless(briefing)


@given(briefings())
@examples(10)
def test_writing_again_changes_no_byte_and_comments_change_no_value(briefing):
    text = write_briefing(briefing, load("zh_CN"))
    again = read_briefing(text.encode()).briefing
    assert write_briefing(again, load("zh_CN")) == text
    assert write_briefing(again) == write_briefing(briefing)


def test_the_bundled_briefing_survives_being_written():
    reading = read_briefing(read_bytes(bundled("shandong-2020.yaml")))
    text = write_briefing(reading.briefing, load("en"), schema="../s.json")
    assert text.startswith("# yaml-language-server: $schema=../s.json\n# A briefing.")
    assert placeless(read_briefing(text.encode()).briefing) == placeless(reading.briefing)


def test_texts_stand_plain_where_they_can_and_passages_as_blocks():
    reading = read_briefing(read_bytes(bundled("shandong-2020.yaml")))
    lines = write_briefing(reading.briefing).splitlines()
    assert "        label: 充实派出所警力" in lines
    assert "        value: 1.48亿" in lines
    assert '        unit: "%"' in lines
    assert 'period: "2020"' in lines
    assert lines.count("    passage: |") == len(reading.briefing.sections)
