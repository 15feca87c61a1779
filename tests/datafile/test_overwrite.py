"""An author's file is written over only where it was understood whole, in the form it has."""

from pathlib import Path

import pytest

from viewer.datafile.overwrite import original, overwrite
from viewer.model import ViewerError

FILE = """\
briefing: 1
title: 小报
sections:
  - id: one
    title: 第一节
    passage: 本月收件39份。
    metrics:
      - {id: mail, label: 收件, value: 39, unit: 份, cite: 收件39份}
"""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_new_version_has_the_mark_and_the_line_ends_of_the_old(mark: bytes, end: str) -> None:
    data = mark + FILE.replace("\n", end).encode()
    old = original(Path("a.yaml"), data)
    assert old.text == FILE
    assert old.encoded(FILE) == data
    assert old.encoded("甲\n乙\n") == mark + f"甲{end}乙{end}".encode()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (FILE.replace("39, unit", "39份, unit").encode(), 8),
        (
            FILE.replace("      - {id", "     - {id").replace("    metrics", "   metrics").encode(),
            7,
        ),
        (FILE.encode("gb18030"), 2),
        (FILE.encode()[:-4] + b"\xe4}\n", 8),
        (b"", 1),
        (b"# nothing yet\n", 1),
        (b"- 39\n", 1),
    ],
    ids=["value", "indent", "gbk", "damaged", "empty", "comment", "list"],
)
def test_a_file_with_an_error_is_refused_with_the_place_of_the_first(
    data: bytes, line: int
) -> None:
    with pytest.raises(ViewerError) as stopped:
        original(Path("a.yaml"), data)
    assert stopped.value.code == "file-unsound"
    assert stopped.value.params["file"] == "a.yaml"
    assert stopped.value.params["line"] == line


def test_the_version_before_stays_beside_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(FILE.encode())
    assert overwrite(original(path, FILE.encode()), b"new")
    assert path.read_bytes() == b"new"
    assert (tmp_path / "a.yaml.bak").read_bytes() == FILE.encode()


def test_a_version_that_is_the_old_one_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(FILE.encode())
    assert not overwrite(original(path, FILE.encode()), FILE.encode())
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_that_somebody_saved_meanwhile_stays_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(FILE.encode())
    old = original(path, FILE.encode())
    path.write_bytes(b"saved meanwhile")
    with pytest.raises(ViewerError, match="file-changed"):
        overwrite(old, b"new")
    assert path.read_bytes() == b"saved meanwhile"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]
