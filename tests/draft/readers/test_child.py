import os
import sys
import threading
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
    data = f"# 港口\n\n{TEXT}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n".encode() * 4_000
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
