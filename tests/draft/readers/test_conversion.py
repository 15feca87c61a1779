import os
import sys
import time
from pathlib import Path

import pytest

from tests.draft.offices import put_office
from viewer.draft.readers import conversion, read_report
from viewer.draft.readers.conversion import to_docx
from viewer.model import ViewerError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the office is a shell script")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refused(seconds: float = 30, *, cancelled: bool = False) -> str:
    with pytest.raises(ViewerError) as caught:
        to_docx(OLD, 1_000_000, lambda: cancelled, seconds)
    return caught.value.code


@pytest.mark.parametrize("name", ["report.doc", "report.wps"])
def test_an_old_word_file_is_read_through_the_office_and_leaves_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = put_office(tmp_path, monkeypatch)
    path = tmp_path / name
    path.write_bytes(OLD)
    assert read_report(path).blocks[0].text == "全市出台39 份文件，建成中心203个。"
    *options, source = arguments.read_text("utf-8").split()
    folder = Path(source).parent
    assert f"-env:UserInstallation={(folder / 'profile').as_uri()}" in options
    assert not folder.exists()


def test_a_docx_that_is_called_doc_needs_no_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_office(tmp_path, monkeypatch, "exit 1")
    path = (tmp_path / "made.docx").rename(tmp_path / "made.doc")
    assert len(read_report(path).blocks) == 1


def test_a_machine_without_an_office_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(conversion, "_USUAL", ())
    assert refused() == "draft-no-office"


def test_an_office_that_makes_nothing_of_a_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_office(tmp_path, monkeypatch, "exit 0")
    assert refused() == "draft-not-converted"


@pytest.mark.parametrize(
    ("seconds", "cancelled", "code"),
    [(0.3, False, "draft-over-time"), (60, True, "draft-cancelled")],
)
def test_an_office_without_end_is_ended_with_all_that_it_started(
    seconds: float, cancelled: bool, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_office(tmp_path, monkeypatch, f'sleep 60 & echo $! > "{tmp_path}/child"; wait')
    assert refused(seconds, cancelled=cancelled) == code
    known = tmp_path / "child"
    if known.exists() and (child := known.read_text("utf-8").strip()):
        for _ in range(100):
            if not _lives(int(child)):
                return
            time.sleep(0.05)
        pytest.fail("what the office started goes on")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text("utf-8").rsplit(")", 1)[-1].split()[0] != "Z"
