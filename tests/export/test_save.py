from __future__ import annotations

import json
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from viewer.export.context import CancelledError, Options, Takeaway, Watch, takeaway_of
from viewer.export.save import existing, plan, save
from viewer.export.table import by_name
from viewer.i18n import load
from viewer.model import ViewerError
from viewer.pipeline import open_briefing

ODD = """\
briefing: 1
title: 题
sections:
  - id: one
    title: 节
    passage: {passage}
    metrics:
      - {{id: a, label: 甲, value: 39, unit: {unit}, from: 别处}}
      - {{id: b, label: 乙, value: 3, unit: {unit}, from: 别处}}
      - {{id: c, label: 丙, value: 3, unit: "%", from: 别处}}
      - {{id: d, label: 丁, value: 3, unit: 名, from: 别处}}
"""


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """No file may grow beyond `most` bytes, as on a disk with so much left."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_one_file_is_made_and_written(takeaway: Takeaway, tmp_path: Path) -> None:
    row = by_name("csv")
    jobs = plan(takeaway, row, tmp_path / "out.csv", Options())
    save(takeaway, row, jobs, Watch())
    assert (tmp_path / "out.csv").read_bytes() == row.load()(takeaway, Options(), Watch())


def test_pictures_go_into_a_folder_one_file_a_chart(takeaway: Takeaway, tmp_path: Path) -> None:
    row = by_name("svg")
    folder = tmp_path / "charts"
    save(takeaway, row, plan(takeaway, row, folder, Options()), Watch())
    names = sorted(path.name for path in folder.iterdir())
    assert names[:2] == ["01-service-visits.svg", "02-service-rates.svg"]
    assert len(names) == len(plan(takeaway, row, folder, Options()))


@pytest.mark.parametrize(
    "unit", ["/../../../out", "/etc/x", "..\\..\\out", "个" * 200, "<a:b>|?*\n"]
)
def test_no_word_of_a_briefing_leads_a_picture_out_of_its_folder(tmp_path: Path, unit: str) -> None:
    row, folder = by_name("svg"), tmp_path / "a" / "charts"
    file = tmp_path / "odd.yaml"
    said = json.dumps(unit, ensure_ascii=False)
    file.write_text(ODD.format(unit=said, passage=json.dumps(f"有39{unit}。", ensure_ascii=False)))
    odd = takeaway_of(open_briefing(file), load("zh_CN"), {})
    save(odd, row, plan(odd, row, folder, Options()), Watch())
    assert {one.name for one in tmp_path.iterdir()} == {"odd.yaml", "a"}
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["charts"]
    for picture in folder.iterdir():
        assert picture.is_file()
        assert not set(picture.name) & set('<>:"/\\|?*\n')
        assert len(picture.name.encode()) < 255


def test_one_picture_has_its_folder_made_as_many_have(takeaway: Takeaway, tmp_path: Path) -> None:
    row = by_name("svg")
    one = Options(charts=("service/visits",))
    save(takeaway, row, plan(takeaway, row, tmp_path / "new" / "charts", one), Watch())
    (picture,) = (tmp_path / "new" / "charts").iterdir()
    assert picture.name == "01-service-visits.svg"


def test_a_name_with_a_suffix_is_a_file_unless_it_is_a_folder_already(
    takeaway: Takeaway, tmp_path: Path
) -> None:
    row = by_name("svg")
    (tmp_path / "v1.0").mkdir()
    assert len(plan(takeaway, row, tmp_path / "chart.xml", Options())) == 1
    assert len(plan(takeaway, row, tmp_path / "v1.0", Options())) > 1


def test_files_that_would_be_replaced_are_named(takeaway: Takeaway, tmp_path: Path) -> None:
    row, target = by_name("csv"), tmp_path / "old.csv"
    jobs = plan(takeaway, row, target, Options())
    assert existing(jobs) == ()
    target.write_text("old")
    assert existing(jobs) == (target,)


def test_a_full_disk_is_one_message_and_the_old_file_stays(
    takeaway: Takeaway, tmp_path: Path
) -> None:
    row, target = by_name("json"), tmp_path / "old.json"
    target.write_text("old")
    with full_disk(1000), pytest.raises(ViewerError) as stopped:
        save(takeaway, row, plan(takeaway, row, target, Options()), Watch())
    assert stopped.value.code == "write-no-space"
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["csv", "xlsx", "markdown", "json", "html", "svg", "pdf", "pptx"])
def test_what_is_cancelled_midway_leaves_nothing(
    takeaway: Takeaway, tmp_path: Path, name: str
) -> None:
    row = by_name(name)
    target = tmp_path / f"new{row.suffixes[0]}" if not row.pictures else tmp_path / "new"
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(CancelledError):
        save(takeaway, row, plan(takeaway, row, target, Options()), Watch(cancelled=cancelled))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (Options(charts=("service/rate",)), "export-chart"),
        (Options(sections=("servise",)), "export-section"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    takeaway: Takeaway, tmp_path: Path, options: Options, code: str
) -> None:
    with pytest.raises(ViewerError) as stopped:
        plan(takeaway, by_name("png"), tmp_path / "x.png", options)
    assert stopped.value.code == code
    assert str(stopped.value.params["known"]).startswith("service")


def test_progress_over_several_files_never_goes_back(takeaway: Takeaway, tmp_path: Path) -> None:
    row, told = by_name("svg"), list[float]()
    jobs = plan(takeaway, row, tmp_path, Options())
    save(takeaway, row, jobs, Watch(lambda done, total: told.append(done / total)))
    assert told == sorted(told)
    assert told[-1] == 1.0
