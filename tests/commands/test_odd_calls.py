"""`check` called in odd ways, as a process: each ends by itself, with a line that says why."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.budget import some
from tests.forked import Server
from viewer import cli
from viewer.resources import bundled

SAMPLE = bundled("shandong-2020.yaml")
BROKEN = SAMPLE.read_text("utf-8").replace("value: 1793", "value: 1794")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and file names of POSIX")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(BROKEN, "utf-8")
    return tmp_path


def begin(root: Path, *words: str | bytes, **env: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "viewer.cli", "check", *words]
    pipe = subprocess.PIPE
    own = {**os.environ, "PYTHONPATH": str(root), **env}
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=own)


def told(programs: Server, *words: str, given: bytes = b"") -> tuple[int, str, str]:
    done = programs.run("check", *words, given=given)
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_dash_checks_standard_input_as_a_file_is_checked(here: Path, programs: Server) -> None:
    code, out, err = told(programs, "-", given=BROKEN.encode())
    assert (code, err) == (1, "")
    assert out.startswith("-:") and "[value-disagrees]" in out
    assert told(programs, "--json", "-", given=SAMPLE.read_bytes())[0] == 0


def test_standard_input_cannot_be_watched(here: Path, programs: Server) -> None:
    code, out, err = told(programs, "--watch", "-")
    assert (code, out) == (2, "")
    assert "--watch" in err and len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "name", ["", ".", "none.yaml", "x" * 5000, "d/" * 3000 + "x", "/dev/null", "loop", "a.yaml/b"]
)
def test_what_is_no_file_is_one_line_and_exit_2(here: Path, programs: Server, name: str) -> None:
    if hasattr(os, "symlink"):
        (here / "loop").symlink_to("loop")
    code, out, err = told(programs, name)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_a_file_that_cannot_be_read_stops_no_other_and_wins_the_exit_code(
    here: Path, programs: Server
) -> None:
    code, out, err = told(programs, "--json", "none.yaml", "a.yaml", str(SAMPLE))
    assert code == 2
    assert [len(one["issues"]) for one in json.loads(out)] == [1, 2, 0]
    assert "none.yaml" in err


@posix
@pytest.mark.parametrize(
    ("form", "env"),
    some(
        [
            ("text", {}),
            ("text", {"LC_ALL": "C"}),
            *((form, {"LC_ALL": "C", "PYTHONUTF8": "0"}) for form in ("text", "json", "sarif")),
        ],
        2,
    ),
    ids=str,
)
def test_any_locale_and_any_file_name_give_sound_utf_8(
    here: Path, root: Path, form: str, env: dict[str, Any]
) -> None:
    name = b"\xff\xe7.yaml"
    Path(os.fsdecode(name)).write_text(BROKEN, "utf-8")
    process = begin(root, name, "--format", form, **env)
    written, errors = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in errors) == (1, False)
    out = written.decode()
    assert "1794" in out
    if form != "text":
        json.loads(out)


@posix
def test_a_reader_of_the_output_that_leaves_ends_it_quietly(here: Path, root: Path) -> None:
    wrong = "".join(f"wrong{number}: 1\n" for number in range(900))  # more than a pipe holds
    (here / "many.yaml").write_text(wrong, "utf-8")
    with begin(root, "--json", "many.yaml") as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == cli.BROKEN_PIPE
        assert process.stderr.read() == b""


@posix
def test_a_stop_from_the_keyboard_ends_a_check_without_a_traceback(here: Path, root: Path) -> None:
    with begin(root, "-") as process:
        assert process.stdin is not None and process.stderr is not None
        process.stdin.write(b"#" * 500_000)  # more than a pipe holds: it is being read
        process.stdin.flush()
        for _ in range(40):  # one that falls between two reads waits for the next
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.5)
                break
        assert process.returncode == cli.INTERRUPTED
        assert process.stderr.read() == b""


@posix
def test_a_watch_outlives_its_file_and_its_folder_and_ends_with_the_last_code(
    here: Path, root: Path
) -> None:
    folder = here / "far"
    folder.mkdir()
    file = folder / "a.yaml"
    file.write_text(BROKEN, "utf-8")
    with begin(root, "--watch", str(file), "--language", "en") as process:
        watched(process, here, file)


def watched(process: subprocess.Popen[bytes], here: Path, file: Path) -> None:
    assert process.stdout is not None and process.stderr is not None

    def after(act: object, *, missing: bool = False) -> str:
        if callable(act):
            act()
        if missing:
            return process.stderr.readline().decode()
        lines = iter(process.stdout.readline, b"")
        said = next(line for line in lines if b"figures agree" in line).decode()
        assert b"waiting" in process.stderr.readline().lower()
        return said

    assert after(None).startswith("42 / 43")
    assert after(lambda: file.write_bytes(SAMPLE.read_bytes())).startswith("43 / 43")
    folder = file.parent
    assert "a.yaml" in after(lambda: folder.rename(here / "away"), missing=True)
    process.stderr.readline()
    assert after(lambda: (here / "away").rename(folder)).startswith("43 / 43")
    (here / "new").write_text(BROKEN, "utf-8")
    assert after(lambda: (here / "new").replace(file)).startswith("42 / 43")
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 1
