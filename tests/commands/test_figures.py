import json

import pytest

from viewer.commands.figures import run
from viewer.i18n import load
from viewer.model import ViewerError
from viewer.resources import bundled

ENGLISH = load("en")
TEXT = "全省共充实派出所警力1793 名，破案 2.5 万起。\n"


def told(path, capsys, *more):
    assert run([str(path), "--json", *more], ENGLISH) == 0
    return json.loads(capsys.readouterr().out)


def test_json_lists_each_quantity_with_its_place_in_the_text(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("𠮷" + TEXT, encoding="utf-8")
    rows = told(path, capsys)
    assert [(row["surface"], row["value"]) for row in rows] == [
        ("1793 名", 1793),
        ("2.5 万起", 25000),
    ]
    for row in rows:
        assert ("𠮷" + TEXT)[row["start"] : row["end"]] == row["surface"]
    assert set(rows[0]) == {
        *(
            "start",
            "end",
            "surface",
            "value",
            "high",
            "unit",
            "kind",
            "qualifier",
            "label",
            "is_metric",
            "change",
            "standing",
            "doubt",
        )
    }


def test_the_encoding_is_found_or_taken_as_it_is_given(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT * 5).encode("gb18030"))
    assert told(path, capsys) == told(path, capsys, "--encoding", "gb18030")
    with pytest.raises(ViewerError):
        run([str(path), "--encoding", "no-such"], ENGLISH)


def test_a_page_is_read_by_its_words_and_not_by_its_markup(tmp_path, capsys):
    path = tmp_path / "a.html"
    path.write_text(f"<html><body><p width=77>{TEXT}</p></body></html>", encoding="utf-8")
    assert "77" not in [row["surface"] for row in told(path, capsys)]


def test_lines_for_people_say_where_and_end_with_the_count(capsys):
    assert run([str(bundled("shandong-2020.txt"))], ENGLISH) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].endswith("quantities")
    assert any(line.startswith("5: 39 份\t39\t份\tcount\t") for line in lines)


def test_a_text_without_quantities_is_an_empty_list(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("没有数字。", encoding="utf-8")
    assert told(path, capsys) == []


WHY = "全县产值同比下降5.2%，用电不超过3.4亿千瓦时。2030年将建成12个泊位，位列第3。\n"


def test_why_adds_the_rule_and_the_words_that_decided(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(WHY, encoding="utf-8")
    assert run([str(path), "--why"], ENGLISH) == 0
    told_why = [line.split("\t")[5:] for line in capsys.readouterr().out.splitlines()[:-1]]
    assert told_why == [
        ["zh.part > zh.part.moved", "−: 下降"],
        ["zh.level.measure", "at_most: 不超过"],
        ["grammar.date"],
        ["zh.change.reached > zh.level.count", "plan: 将"],
        ["zh.rank.told"],
    ]


def test_why_is_a_field_of_the_json_where_it_is_asked_for(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(WHY, encoding="utf-8")
    rows = told(path, capsys, "--why")
    assert rows[1]["why"] == {
        "kind": "zh.level.measure",
        "bound": "不超过",
        "direction": "",
        "standing": "",
    }
    (related,) = [told(path, capsys, "--why", "--relations")]
    assert related["figures"] == rows
    assert [{**row, "why": None} for row in told(path, capsys)] == [
        {**row, "why": None} for row in rows
    ]
