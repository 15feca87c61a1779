import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from viewer.model import ViewerError
from viewer.settings import (
    atomic_write,
    lock,
    private_opener,
    read_plain,
    remove_litter,
    write_locked,
)
from viewer.settings.atomic import locked_folder, opened_plain, rename

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_writes_a_new_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a.txt", "字".encode())
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "字"
    assert names(tmp_path) == ["a.txt"]


def test_replaces_an_old_file_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"long old words")
    atomic_write(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@pytest.mark.parametrize(("refusals", "renamed"), [(0, True), (2, True), (3, False)])
def test_a_rename_is_tried_again_while_another_program_has_the_file_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, renamed: bool
) -> None:
    part, target = tmp_path / "part", tmp_path / "a.txt"
    part.write_bytes(b"new")
    target.write_bytes(b"old")
    replace, left = Path.replace, iter([True] * refusals)

    def busy(one: Path, other: Path) -> Path:
        if next(left, False):
            raise PermissionError(errno.EACCES, "used by another process")
        return replace(one, other)

    monkeypatch.setattr(Path, "replace", busy)
    if renamed:
        rename(part, target, 3)
    else:
        with pytest.raises(PermissionError):
            rename(part, target, 3)
    assert target.read_bytes() == (b"new" if renamed else b"old")


@posix
def test_keeps_the_mode_of_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "a.txt"
    old.write_bytes(b"old")
    old.chmod(0o640)
    atomic_write(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@posix
def test_no_byte_is_written_before_the_part_has_the_mode_of_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "a.txt"
    old.write_bytes(b"old")
    old.chmod(0o600)
    modes: set[int] = set()
    write = os.write

    def look(number: int, data: bytes) -> int:
        modes.add(stat.S_IMODE(os.fstat(number).st_mode))
        return write(number, data)

    monkeypatch.setattr(os, "write", look)
    atomic_write(old, b"new", backup=True)
    assert modes == {0o600}
    copy = tmp_path / "a.txt.bak"
    assert copy.read_bytes() == b"old"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@posix
def test_what_is_private_is_its_owners_alone_whatever_it_was(tmp_path: Path) -> None:
    old = tmp_path / "a.txt"
    old.write_bytes(b"old")
    old.chmod(0o644)
    atomic_write(old, b"new", private=True)
    atomic_write(tmp_path / "fresh", b"new", private=True)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o600


def test_of_the_versions_before_one_is_kept(tmp_path: Path) -> None:
    for text in (b"first", b"second", b"third"):
        atomic_write(tmp_path / "a.txt", text, backup=True)
    assert names(tmp_path) == ["a.txt", "a.txt.bak"]
    assert (tmp_path / "a.txt.bak").read_bytes() == b"second"


@posix
@pytest.mark.parametrize("call", ["fchmod", "fsync"])
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.EPERM])
def test_a_file_system_that_does_not_know_a_call_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, call, unknown)
    atomic_write(tmp_path / "a.txt", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@posix
def test_a_pipe_named_like_a_part_holds_nobody_up_and_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".briefing-x.part")
    atomic_write(tmp_path / "a.txt", b"new")
    (tmp_path / "apart").write_bytes(b"of somebody")
    (tmp_path / ".briefing-y.part").symlink_to("apart")
    remove_litter(tmp_path)
    assert names(tmp_path) == [".briefing-x.part", ".briefing-y.part", "a.txt", "apart"]


@posix
def test_writes_into_a_pipe_through_a_link_that_leads_to_no_path() -> None:
    out, into = os.pipe()
    with os.fdopen(out, "rb") as heard:
        atomic_write(Path(f"/dev/fd/{into}"), b"said")
        os.close(into)
        assert heard.read() == b"said"


@posix
def test_writes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    atomic_write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@posix
def test_writes_into_a_device_as_such(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    atomic_write(pipe, b"said")
    reader.join()
    assert heard == [b"said"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "write-no-space"),
        (errno.EDQUOT, "write-no-space"),
        (errno.EACCES, "write-not-allowed"),
        (errno.EROFS, "write-not-allowed"),
        (errno.EIO, "write-failed"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fstat", "write", "fsync", "replace"])
def test_a_fault_at_any_step_keeps_the_old_file_and_names_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    old = tmp_path / "a.txt"
    old.write_bytes(b"old")

    def fail(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path if step == "replace" else os, step, fail)
    with pytest.raises(ViewerError) as stopped:
        atomic_write(old, b"new")
    monkeypatch.undo()
    assert stopped.value.code == code
    assert stopped.value.params["path"] == str(old)
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_a_part_that_cannot_even_be_closed_and_removed_is_still_one_plain_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def fail(*given: object, **_: object) -> None:
        if isinstance(given[0], int):
            close(given[0])
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    for module, name in ((os, "fstat"), (os, "close"), (Path, "unlink")):
        monkeypatch.setattr(module, name, fail)
    with pytest.raises(ViewerError) as stopped:
        atomic_write(tmp_path / "a.txt", b"new")
    monkeypatch.undo()
    assert stopped.value.code == "write-failed"


def test_a_file_that_is_not_closed_in_order_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def fail(number: int) -> None:
        close(number)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "close", fail)
    atomic_write(tmp_path / "a.txt", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_a_stop_from_the_keyboard_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        atomic_write(tmp_path / "a.txt", b"new")
    assert names(tmp_path) == []


def test_says_that_the_folder_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ViewerError, match="write-no-folder"):
        atomic_write(tmp_path / "none" / "a.txt", b"new")


def test_says_that_the_path_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "dir").mkdir()
    with pytest.raises(ViewerError, match="write-is-folder"):
        atomic_write(tmp_path / "dir", b"new")


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anyone but root
    with pytest.raises(ViewerError, match="write-not-allowed"):
        atomic_write(tmp_path / "a.txt", b"new")


def test_writing_survives_a_part_that_was_tidied_away_before_it_was_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []
    true_open = os.open

    def open_and_lose(path: Path, flags: int, mode: int = 0o777) -> int:
        number = true_open(path, flags, mode)
        if flags & os.O_EXCL and not taken:
            taken.append(path)
            path.unlink()
        return number

    monkeypatch.setattr(os, "open", open_and_lose)
    atomic_write(tmp_path / "a.txt", b"new")
    assert taken
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@posix
def test_litter_goes_and_a_part_in_work_stays(tmp_path: Path) -> None:
    import fcntl

    (tmp_path / ".briefing-dead.part").write_bytes(b"half")
    with (tmp_path / ".briefing-live.part").open("wb") as live:
        fcntl.flock(live, fcntl.LOCK_EX)
        remove_litter(tmp_path)
        assert names(tmp_path) == [".briefing-live.part"]
    remove_litter(tmp_path)
    assert names(tmp_path) == []


def test_a_file_system_without_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no locks")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    atomic_write(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_tidying_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    remove_litter(tmp_path / "none")
    assert names(tmp_path) == []


WRITER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from viewer.settings import atomic_write
    path, n = Path(sys.argv[1]), 0
    print("go", flush=True)
    while True:
        n += 1
        atomic_write(path, (b"%08d" % n) * 20_000)
""")


@posix
def test_killed_at_any_moment_the_file_is_old_or_new_and_the_next_start_tidies(
    tmp_path: Path, root: Path
) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"00000000" * 20_000)
    for _ in range(4):
        ask = [sys.executable, "-c", WRITER, str(target)]
        writer = subprocess.Popen(ask, stdout=subprocess.PIPE, cwd=root)
        assert writer.stdout is not None
        writer.stdout.readline()
        for _ in range(50):  # as many looks as it takes for the writer to be amid its work
            _assert_whole(target)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        _assert_whole(target)
    remove_litter(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def _assert_whole(target: Path) -> None:
    said = target.read_bytes()
    assert len(said) == 160_000
    assert said == said[:8] * 20_000


@posix
def test_a_file_that_is_held_is_whole_private_and_locked_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "questions.txt"
    held = write_locked(path, "几时开工？".encode())
    try:
        with opened_plain(path) as number:
            assert number is not None
            assert not lock(number, wait=False)
    finally:
        os.close(held)
    assert path.read_bytes() == "几时开工？".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with opened_plain(path) as number:
        assert number is not None
        assert lock(number, wait=False)
    assert names(tmp_path) == ["questions.txt"]


def test_a_file_that_cannot_be_held_is_one_plain_failure(tmp_path: Path) -> None:
    with pytest.raises(ViewerError, match="write-no-folder") as stopped:
        write_locked(tmp_path / "none" / "a.txt", b"new")
    assert stopped.value.params["path"] == str(tmp_path / "none" / "a.txt")


@posix
def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    first = locked_folder(tmp_path)

    def leave(seconds: float) -> None:
        pauses.append(seconds)
        first.__exit__(None, None, None)

    monkeypatch.setattr(time, "sleep", leave)
    first.__enter__()
    with locked_folder(tmp_path):
        assert len(pauses) == 1  # waited until the first had left
        number = os.open(tmp_path, os.O_RDONLY)
        assert not lock(number, wait=False)
        os.close(number)


@posix
def test_a_folder_that_another_never_lets_go_of_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: seconds[0])
    monkeypatch.setattr(time, "sleep", lambda _: seconds.append(seconds.pop() + 1.0))
    with locked_folder(tmp_path), locked_folder(tmp_path):
        assert seconds[0] >= 3.0


@posix
def test_a_log_that_others_could_read_is_its_owners_alone_once_written_to(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_bytes(b"first\n")
    log.chmod(0o644)
    for path in (log, tmp_path / "fresh.log"):
        with open(path, "ab", opener=private_opener) as stream:
            stream.write(b"second\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert log.read_bytes() == b"first\nsecond\n"


@posix
def test_a_pipe_that_nobody_reads_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: seconds[0])
    monkeypatch.setattr(time, "sleep", lambda _: seconds.append(seconds.pop() + 1.0))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ViewerError, match="write-failed"):
        atomic_write(tmp_path / "pipe", b"new")
    assert seconds[0] >= 3.0


@posix
def test_no_pipe_is_read_or_written_as_a_file_of_the_programs_own(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError):
        read_plain(pipe)
    with pytest.raises(OSError):
        private_opener(str(pipe), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(OSError):
        private_opener(str(pipe), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.close(reader)
