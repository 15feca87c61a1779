"""The edition before, named by a data file: read beside it, proven, paired, or warned of."""

from pathlib import Path

import pytest

from viewer.model import Issue
from viewer.pipeline import open_briefing

OLD = """briefing: 1
title: 2022年渔业简报
sections:
  - id: fish
    title: 水产
    passage: 2022年，捕捞量21.5万吨，渔船3120艘。
    metrics:
      - {id: landed, label: 捕捞量, value: 21.5万, unit: 吨, cite: 捕捞量21.5万吨}
      - {id: fleet, label: 渔船, value: 3120, unit: 艘, cite: 渔船3120艘}
"""
NEW = """briefing: 1
title: 2023年渔业简报
previous: %s
talk:
  - step: edition
sections:
  - id: fishing
    title: 水产
    passage: 2023年，捕捞量23.7万吨，渔港12座。
    metrics:
      - {id: catch, label: 捕捞量, value: 23.7万, unit: 吨, cite: 捕捞量23.7万吨}
      - {id: harbours, label: 渔港, value: 12, unit: 座, cite: 渔港12座}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(NEW % "old.yaml", "utf-8")
    return tmp_path / "new.yaml"


def warned(file: Path) -> list[Issue]:
    opened = open_briefing(file)
    assert opened.briefing is not None
    assert opened.briefing.earlier == ()
    return [one for one in opened.issues if one.path == "previous"]


def test_a_figure_has_its_partner_with_the_words_that_prove_it(file: Path) -> None:
    opened = open_briefing(file)
    assert opened.briefing is not None
    assert not opened.issues
    (one,) = opened.briefing.earlier
    assert (one.key, one.point.key, one.edition) == ("catch", "landed", "2022年渔业简报")
    found, text = one.figure, one.section.passage.text
    assert found is not None
    assert (found.quantity.surface, found.quote.of(text)) == ("21.5万吨", "捕捞量21.5万吨")


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../old.yaml", "a/../../old.yaml", "C:/old.yaml", "'..\\old.yaml'", "old.txt"],
)
def test_a_path_that_leads_elsewhere_is_not_followed(name: str, file: Path) -> None:
    file.write_text(NEW % name, "utf-8")
    (issue,) = warned(file)
    assert issue.code == "previous-path"
    assert (issue.place.line, issue.place.column) == (3, 11)


def test_a_file_that_is_not_there_is_warned_of_at_its_place(file: Path) -> None:
    file.write_text(NEW % "older.yaml", "utf-8")
    (issue,) = warned(file)
    assert (issue.code, issue.severity.value, issue.place.line) == ("previous-unread", "warning", 3)


def test_a_file_with_a_wrong_figure_proves_nothing(file: Path) -> None:
    file.with_name("old.yaml").write_text(OLD.replace("21.5万吨}", "22.5万吨}"), "utf-8")
    assert [one.code for one in warned(file)] == ["previous-unsound"]


def test_a_file_that_is_no_briefing_is_unsound(file: Path) -> None:
    file.with_name("old.yaml").write_text("渔船3120艘", "utf-8")
    assert [one.code for one in warned(file)] == ["previous-unsound"]


def test_another_report_is_no_earlier_edition(file: Path) -> None:
    other = (
        OLD.replace("捕捞量", "雨量")
        .replace("万吨", "毫米")
        .replace("万, unit: 吨", ", unit: 毫米")
    )
    file.with_name("old.yaml").write_text(other, "utf-8")
    assert [one.code for one in warned(file)] == ["previous-unlike"]


def test_a_file_is_not_the_earlier_edition_of_itself(file: Path) -> None:
    file.write_text(NEW % file.name, "utf-8")
    assert [one.code for one in warned(file)] == ["previous-same"]


def test_a_later_edition_is_no_earlier_one(file: Path) -> None:
    file.with_name("old.yaml").write_text(OLD.replace("2022", "2024"), "utf-8")
    assert [one.code for one in warned(file)] == ["previous-later"]


def test_an_edition_step_without_an_edition_is_warned_of(file: Path) -> None:
    file.write_text((NEW % "x").replace("previous: x\n", ""), "utf-8")
    issues = [(one.code, one.severity.value) for one in open_briefing(file).issues]
    assert issues == [("talk-no-previous", "warning")]


@pytest.mark.parametrize(
    ("title", "period", "name"),
    [("2022年渔业简报", '"2022"', "2022年渔业简报"), ("渔业简报", '"2022"', "渔业简报 · 2022")],
)
def test_an_edition_is_named_with_a_period_that_its_title_does_not_tell(
    file: Path, title: str, period: str, name: str
) -> None:
    old = file.with_name("old.yaml")
    headed = f"title: {title}\nperiod: {period}"
    old.write_text(OLD.replace("title: 2022年渔业简报", headed), "utf-8")
    opened = open_briefing(file)
    assert opened.briefing is not None
    assert [one.edition for one in opened.briefing.earlier] == [name]
