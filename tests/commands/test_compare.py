"""`compare`: two files in, a table or JSON out, and one line for what cannot be compared."""

import json
from pathlib import Path

import pytest

from viewer.commands.compare import run
from viewer.datafile import write_briefing
from viewer.draft import draft_report
from viewer.i18n import load
from viewer.model import ViewerError

CHINESE, ENGLISH = load("zh-CN"), load("en")
OLD = "2022年渔业简报\n2022年，捕捞量21.5万吨，增长3.1%；渔船保有量超过3100艘；渔港12座。\n"
NEW = (
    "2023年渔业简报\n2023年，捕捞量23.7万吨，增长4.6%；渔船保有量超过3300艘；"
    "2022年捕捞量为21.9万吨。码头吊机7台。\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """The old edition as a briefing, the new one as a report."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    drafted = tmp_path / "old.yaml"
    drafted.write_text(write_briefing(draft_report(old).briefing), "utf-8")
    return str(drafted), str(new)


def test_a_reader_sees_then_now_and_the_difference_in_columns(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files, CHINESE) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["捕捞量", "21.5万吨", "23.7万吨", "+2.2万吨（+10.2%）"] in lines
    assert ["捕捞量", "+3.1%", "+4.6%", "+1.5", "个百分点"] in lines
    assert ["捕捞量", "21.5万吨", "21.9万吨"] in lines
    assert ["渔港", "12", "座"] in lines
    assert ["码头吊机", "7", "台"] in lines


def test_what_is_no_fact_is_called_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("渔业简报\n2022年捕捞量21.5万吨。计划新增泊位12个。\n", "utf-8")
    new.write_text("渔业简报\n2023年捕捞量23.7万吨。计划新增泊位15个。\n", "utf-8")
    assert run((str(old), str(new)), CHINESE) == 0
    told = capsys.readouterr().out
    assert "12 个（计划）  15 个（计划）" in told
    assert "23.7万吨（" not in told


def test_columns_stand_below_each_other(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(files, ENGLISH)
    rows = [line for line in capsys.readouterr().out.splitlines() if "捕捞量" in line][:2]
    wide = [sum(2 if one > "⺀" else 1 for one in row[: row.index("+")]) for row in rows]
    assert wide[0] == sum(2 if one > "⺀" else 1 for one in rows[0][: rows[0].index("+2.2")])


def test_json_holds_pairs_with_places_and_what_stands_alone(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*files, "--json"], CHINESE) == 0
    told = json.loads(capsys.readouterr().out)
    level = next(one for one in told["pairs"] if one["b"]["surface"] == "23.7万吨")
    assert level["sure"] is True
    assert level["difference"]["value"] == 22000
    assert NEW.split("\n")[1][level["b"]["start"] : level["b"]["end"]] == "23.7万吨"
    assert [one["surface"] for one in told["only_a"]] == ["12座"]
    assert [one["surface"] for one in told["only_b"]] == ["7台"]
    (again,) = told["restated"]
    assert (again["b"]["surface"], again["of"]["surface"], again["agrees"]) == (
        "21.9万吨",
        "21.5万吨",
        False,
    )
    bound = next(one for one in told["pairs"] if one["b"]["unit"] == "艘")
    assert bound["difference"] == {"reason": "bounds"}


def test_a_file_is_not_compared_with_itself_or_a_copy(
    files: tuple[str, str], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(Path(files[0]).read_bytes())
    for other in (files[0], str(copy)):
        with pytest.raises(ViewerError, match="compare-same"):
            run([files[0], other], CHINESE)


def test_a_file_with_errors_is_not_compared(files: tuple[str, str]) -> None:
    broken = Path(files[0])
    broken.write_text(broken.read_text("utf-8").replace("value: 12\n", "value: 13\n"), "utf-8")
    with pytest.raises(ViewerError) as stop:
        run(files, CHINESE)
    assert stop.value.code == "compare-unsound"
    line = ENGLISH.of_error(stop.value)
    assert "old.yaml" in line and "\n" not in line


def test_a_file_that_is_not_there_is_told(files: tuple[str, str]) -> None:
    with pytest.raises(ViewerError):
        run([files[0], files[1] + ".yaml"], CHINESE)


def test_two_reports_without_a_common_measure_are_told_so(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The library lent 41 books.\n", "utf-8")
    assert run([files[0], str(other)], CHINESE) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert run([files[0], str(other), "--json"], CHINESE) == 1
    assert json.loads(capsys.readouterr().out)["pairs"] == []


def test_reports_of_which_no_pair_is_certain_are_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = []
    for name, words in (
        ("old", "2022年简报\n牧区居民人均收入21340元。"),
        ("new", "2023年简报\n林区居民人均收入23110元。"),
    ):
        reports.append(tmp_path / f"{name}.txt")
        reports[-1].write_text(words, "utf-8")
    assert run([str(one) for one in reports], CHINESE) == 0
    assert CHINESE("edition.unlike") in capsys.readouterr().out.splitlines()
