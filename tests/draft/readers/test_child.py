import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from viewer.datafile.report_kinds import kind_of
from viewer.draft.readers import read_report
from viewer.draft.readers.child import Budget, read_in_child
from viewer.draft.readers.loading import load_report
from viewer.draft.readers.transfer import dumped, loaded
from viewer.model import ViewerError

TEXT = "全港装卸机械1793台。"
posix = pytest.mark.skipif(sys.platform == "win32", reason="no such limits or files there")


def refused(name: str, data: bytes, budget: Budget | None = None) -> str:
    kind = kind_of(name)
    assert kind is not None
    with pytest.raises(ViewerError) as caught:
        read_in_child(kind, data, "", lambda: False, budget)
    return caught.value.code


def test_a_report_comes_back_from_the_reading_process_as_it_was_read() -> None:
    kind = kind_of("a.md")
    assert kind is not None
    data = f"# 港口\n\n{TEXT}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n".encode() * 1_500
    read = read_in_child(kind, data, "", lambda: False)
    assert read == load_report(kind, data, "", lambda: False)
    assert loaded(dumped(read)) == read


def test_what_a_library_raises_is_one_sentence() -> None:
    assert refused("a.docx", b"PK\x03\x04 no archive") == "draft-broken"
    assert refused("a.pdf", b"%PDF-1.7\nnothing") == "draft-broken"


@posix
def test_a_reading_over_its_time_or_memory_is_ended_with_a_sentence() -> None:
    data = ("<div>" * 400_000).encode()
    assert refused("a.html", data, Budget(2**31, 1)) == "draft-over-time"
    assert refused("a.html", data, Budget(120 * 2**20, 60)) in {
        "draft-over-memory",
        "draft-reader-crashed",
    }


def test_cancelling_ends_the_reading_at_once() -> None:
    kind, begun = kind_of("a.html"), threading.Event()
    assert kind is not None

    def cancelled() -> bool:
        return begun.is_set() or begun.set() is not None

    with pytest.raises(ViewerError) as caught:
        read_in_child(kind, ("<div>" * 400_000).encode(), "", cancelled)
    assert caught.value.code == "draft-cancelled"


@posix
@pytest.mark.parametrize("number", ["ABRT", "KILL"])
def test_a_reader_that_a_refused_allocation_ends_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\nkill -{number} $$\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    assert refused("a.pdf", b"%PDF-1.7") == "draft-over-memory"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a signal of Linux")
def test_a_reader_ends_with_the_process_that_waits_for_it_however_that_ends() -> None:
    code = (
        "import threading, time\n"
        "from viewer.datafile.report_kinds import kind_of\n"
        "from viewer.draft.readers import child\n"
        "data = b'<div>' * 3_000_000\n"
        "read = lambda: child.read_in_child(kind_of('a.html'), data, '', lambda: False)\n"
        "threading.Thread(target=read, daemon=True).start()\n"
        "while not child._alive: time.sleep(0.01)\n"
        "(reader,) = child._alive\n"
        "print(reader.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    window = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    reader = int(window.stdout.readline())
    window.kill()
    window.communicate()
    give_up = time.monotonic() + 30
    while _runs(reader):
        assert time.monotonic() < give_up
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    """Whether a process is there, and no mere entry that nobody has asked for yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


@posix
@pytest.mark.parametrize("name", ["report.txt", "report.pdf"])
def test_a_pipe_named_like_a_report_is_refused_and_not_waited_for(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    os.mkfifo(path)
    with pytest.raises(ViewerError) as caught:
        read_report(path)
    assert caught.value.code == "file-special"


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "report.docx").mkdir()
    with pytest.raises(ViewerError) as caught:
        read_report(tmp_path / "report.docx")
    assert caught.value.code in {"draft-folder", "file-denied"}


@pytest.mark.parametrize("unseen", ["&shy;", "&#x202e;", "&#x2028;", "&#xfdd0;", "&#8203;"])
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_characters_that_entities_spell_out_cut_no_number(name: str, unseen: str) -> None:
    kind = kind_of(name)
    assert kind is not None
    data = f"<p>全港装卸机械1{unseen}793台。</p>".encode()
    (block,) = load_report(kind, data, "", lambda: False).blocks
    # A line break is one wherever it comes from; all else is nothing.
    assert block.text.replace(" ", "") == TEXT
