import errno
import os
from pathlib import Path

import pytest

from viewer.settings import is_file, is_folder, is_same_file, is_there


def test_files_and_folders_are_told_apart_through_links(tmp_path: Path) -> None:
    file, link = tmp_path / "a", tmp_path / "b"
    file.write_bytes(b"")
    link.symlink_to(file)
    for path in (file, link):
        assert is_there(path)
        assert is_file(path)
        assert not is_folder(path)
    assert is_folder(tmp_path)
    assert not is_file(tmp_path)


def test_a_file_and_a_link_to_it_are_one_file_and_nothing_is_none(tmp_path: Path) -> None:
    file, link, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    file.write_bytes(b"")
    other.write_bytes(b"")
    link.symlink_to(file)
    assert is_same_file(file, link)
    assert is_same_file(link, file)
    assert not is_same_file(file, other)
    assert not is_same_file(file, tmp_path / "gone")


@pytest.mark.parametrize("name", ["gone", "file/below", "loop", "nul\0"])
def test_nothing_stands_where_no_path_leads(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    path = tmp_path / name
    assert not is_there(path)
    assert not is_file(path)
    assert not is_folder(path)


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ENAMETOOLONG])
@pytest.mark.parametrize("ask", [is_there, is_file, is_folder])
def test_a_disk_that_does_not_answer_says_neither_yes_nor_no(
    ask, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "stat", failing)
    with pytest.raises(OSError, match=os.strerror(number)):
        ask(tmp_path)


def test_a_drive_without_its_disk_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class UnreadyError(OSError):
        winerror = 21

    def failing(*_: object, **__: object) -> None:
        raise UnreadyError(errno.EACCES, "The device is not ready")

    monkeypatch.setattr(os, "stat", failing)
    assert not is_there(tmp_path)
