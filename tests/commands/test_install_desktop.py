"""The desktop of one user learns of the program, and forgets it again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from viewer import cli
from viewer.commands import install_desktop
from viewer.commands.install_desktop import DATABASES, ENTRY, PARTS, exec_line
from viewer.platform.icon_files import SIZES, icon_path
from viewer.resources import resource

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop")
DRAW_ICONS = install_desktop.draw_icons
ENTRY_FILE = resource("desktop", "briefing-viewer.desktop")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "数据 of one"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setattr(install_desktop, "draw_icons", lambda _: [])  # a process of its own
    return folder


MIME_OF_ANOTHER = """\
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-other"><glob pattern="*.other"/></mime-type>
</mime-info>
"""


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desktop that has the program, for tests that only look at it."""
    folder = tmp_path_factory.mktemp("desktop")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        patch.setattr(install_desktop, "draw_icons", lambda _: [])
        assert run() == 0
    return folder


def run(*words: str) -> int:
    return cli.main(["install-desktop", *words, "--language", "en"])


def entry(path: Path) -> RawConfigParser:
    read = RawConfigParser(strict=True)
    read.optionxform = str  # type: ignore[assignment]
    read.read_string(path.read_text("utf-8"))
    return read


def test_every_part_is_written_where_a_desktop_looks_and_is_named(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    told = capsys.readouterr().out
    for part in PARTS:
        assert (data / part.target).is_file()
        assert str(data / part.target) in told


def test_the_icon_is_there_in_every_size(data: Path) -> None:
    assert len(DRAW_ICONS(data)) == len(SIZES)
    for size in SIZES:
        head = (data / icon_path(size)).read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert (head[16:20], head[20:24]) == (size.to_bytes(4, "big"), size.to_bytes(4, "big"))


def test_uninstalled_nothing_of_the_program_is_left(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no databases, which would stay behind
    other = data / "applications" / "other.desktop"
    assert run() == 0
    other.write_text("[Desktop Entry]\n")
    assert run("--uninstall") == 0
    assert [one for one in data.rglob("*") if one.is_file()] == [other]
    assert sorted(one.name for one in data.iterdir()) == ["applications"]
    assert run("--uninstall") == 0, "nothing to do is no mistake"


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no shared-mime-info")
def test_the_type_of_a_briefing_is_known_until_it_is_uninstalled(data: Path) -> None:
    assert run() == 0
    globs = data / "mime" / "globs2"
    assert "60:application/x-briefing+yaml:*.briefing.yaml" in globs.read_text("utf-8").split("\n")
    other = data / "mime" / "packages" / "other.xml"
    other.write_text(MIME_OF_ANOTHER, "utf-8")
    assert run("--uninstall") == 0
    assert "briefing" not in globs.read_text("utf-8")
    assert "*.other" in globs.read_text("utf-8")
    other.unlink()
    assert run() == 0
    assert run("--uninstall") == 0
    assert list(data.rglob("*")) == [], "databases of nothing go too"


@pytest.mark.skipif(not shutil.which("gio"), reason="no gio")
@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("a.briefing.yaml", "title: 甲\n", True),
        ("by-its-words", "briefing: 1\ntitle: 甲\n", True),
        ("after-comments", "# a line\n# another\nbriefing: 1  # version\n", True),
        ("other", "briefings: 12\n", False),
        ("notes.txt", "the briefing: 1 o'clock\n", False),
    ],
)
def test_a_briefing_is_known_by_its_name_or_its_first_words(
    desktop: Path, tmp_path: Path, name: str, text: str, *, known: bool
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    ask = ["gio", "info", "-a", "standard::content-type", str(tmp_path / name)]
    env = {**os.environ, "XDG_DATA_HOME": str(desktop)}
    said = subprocess.run(ask, capture_output=True, text=True, check=True, env=env).stdout
    assert ("application/x-briefing+yaml" in said) is known


def test_the_entry_starts_this_installation_whatever_the_path(data: Path) -> None:
    assert run() == 0
    written = entry(data / ENTRY)
    for section, rest in (("Desktop Entry", " %f"), ("Desktop Action present", " --present %f")):
        line = written[section]["Exec"]
        assert line.endswith(rest)
        assert Path(line.split()[0].strip('"')).is_absolute()


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("/opt/a/b-c_d",), "/opt/a/b-c_d"),
        (("/opt/my viewer/b", "-m", "viewer"), '"/opt/my viewer/b" -m viewer'),
        (("/opt/100%",), '"/opt/100%%"'),
        (("/opt/$a",), '"/opt/\\\\$a"'),
    ],
)
def test_a_command_is_quoted_as_entries_want_it(command: tuple[str, ...], line: str) -> None:
    assert exec_line(command) == line


def test_each_database_is_renewed_by_its_program(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools, heard = tmp_path / "tools", tmp_path / "heard"
    tools.mkdir()
    for program, _ in DATABASES:
        script = tools / program
        script.write_text(f'#!/bin/sh\necho "$0 $1" >>"{heard}"\nexit 1\n')
        script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tools), prepend=":")
    assert run() == 0, "a database that cannot be renewed is renewed by the desktop later"
    told = heard.read_text("utf-8").splitlines()
    assert told == [f"{tools / program} {data / inside}" for program, inside in DATABASES]


def test_a_folder_that_cannot_be_written_is_one_plain_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert run() == cli.CANNOT
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert str(tmp_path / "file") in told


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_it_says_what_to_do_instead(
    system: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    with monkeypatch.context():
        assert run() == cli.CANNOT
    assert "shortcut" in capsys.readouterr().err


def test_entry_type_and_metainfo_speak_of_one_another() -> None:
    written = entry(ENTRY_FILE)["Desktop Entry"]
    assert written["Version"] == "1.0"
    assert written["Actions"] == "present;"
    kind = ElementTree.parse(resource("desktop", "briefing-viewer.mime.xml")).find("{*}mime-type")
    about = ElementTree.parse(resource("desktop", "briefing-viewer.metainfo.xml")).getroot()
    assert kind is not None
    assert written["MimeType"] == f"{kind.attrib['type']};"
    assert about.findtext("provides/mediatype") == kind.attrib["type"]
    assert about.findtext("launchable") == ENTRY_FILE.name
    (target,) = (part.target for part in PARTS if part.target.startswith("metainfo/"))
    assert Path(target).name == f"{about.findtext('id')}.metainfo.xml"


@pytest.mark.parametrize(
    ("program", "file"),
    [
        (("desktop-file-validate",), "briefing-viewer.desktop"),
        (("appstreamcli", "validate", "--no-net"), "briefing-viewer.metainfo.xml"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_the_validators_of_the_desktop_agree(program: tuple[str, ...], file: str) -> None:
    if not shutil.which(program[0]):
        pytest.skip(f"no {program[0]}")
    checked = subprocess.run(
        [*program, str(resource("desktop", file))], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
