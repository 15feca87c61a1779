import errno
import io
import os

import pytest

from viewer.datafile import read_bytes, read_stream
from viewer.model import ViewerError


def stop_of(path, **limits):
    with pytest.raises(ViewerError) as stop:
        read_bytes(path, **limits)
    assert str(path) in str(stop.value.params["path"])
    return stop.value.code


def test_the_bytes_of_a_file_come_as_they_are(tmp_path):
    (tmp_path / "a").write_bytes(b"\r\n\x00\xff")
    assert read_bytes(tmp_path / "a") == b"\r\n\x00\xff"


def test_what_is_no_file_says_what_it_is(tmp_path):
    assert stop_of(tmp_path / "none.yaml") == "file-missing"
    assert stop_of(tmp_path) == "file-folder"
    (tmp_path / "a").write_bytes(b"")
    assert stop_of(tmp_path / "a" / "b") == "file-missing"
    assert stop_of(tmp_path / ("x" * 300)) == "file-missing"
    assert stop_of(f"{tmp_path}/\0") == "file-missing"


def test_where_a_report_is_wanted_a_folder_asks_for_one(tmp_path):
    assert stop_of(tmp_path, report=True) == "report-folder"


def test_a_file_over_the_limit_is_not_read_and_one_at_the_limit_is(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bytes(tmp_path / "a", most=5) == b"12345"
    assert stop_of(tmp_path / "a", most=4) == "file-large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_a_pipe_is_refused_at_once_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert stop_of(tmp_path / "pipe") == "file-special"


def test_a_file_without_permission_says_so(tmp_path, monkeypatch):
    def denied(*_):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "open", denied)
    assert stop_of(tmp_path / "a") == "file-denied"


def test_a_disk_that_fails_is_told_with_its_reason(tmp_path, monkeypatch):
    def failing(*_):
        raise OSError(5, "input/output error")

    monkeypatch.setattr(os, "open", failing)
    assert stop_of(tmp_path / "a") == "file-unreadable"


def test_standard_input_is_read_up_to_the_same_limit():
    assert read_stream(io.BytesIO(b"12345"), most=5) == b"12345"
    assert read_stream(None) == b""
    with pytest.raises(ViewerError) as stop:
        read_stream(io.BytesIO(b"12345"), most=4)
    assert (stop.value.code, stop.value.params["path"]) == ("file-large", "-")


def test_standard_input_that_fails_is_told():
    class Broken(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(ViewerError) as stop:
        read_stream(Broken())
    assert (stop.value.code, stop.value.params["reason"]) == (
        "file-unreadable",
        "Input/output error",
    )
