import json
import os
import platform
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from viewer.commands import doctor
from viewer.commands.qt_census import Census
from viewer.i18n import load
from viewer.model import ViewerError
from viewer.platform import LIBRARIES, Display
from viewer.settings.folder import log_file

WELL = Census(qt="6.12.0", platform="xcb", screens=("HDMI-1 1920x1080 @1.0",), sans="A", serif="B")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine on which everything works; a test breaks one thing of it."""
    monkeypatch.setattr(doctor, "ask_qt", lambda *_: WELL)
    monkeypatch.setattr(doctor, "display_of", lambda *_: Display.XCB)
    monkeypatch.setattr(doctor, "missing_libraries", lambda _: ())
    monkeypatch.setattr(doctor, "ask_modules", lambda: "")
    monkeypatch.setattr(doctor, "pyside_version", lambda: "6.12.1")
    return monkeypatch


def wrong(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The findings that are not ok, with their remedies, of a run that must have failed."""
    assert doctor.run(["--json"], load("en")) == doctor.UNSOUND
    whole = json.loads(capsys.readouterr().out)
    assert whole["works"] is False
    return {one["name"]: one["remedy"] for one in whole["findings"] if not one["ok"]}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.usefixtures("machine")
def test_a_sound_machine_is_told_line_by_line(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = load(language)
    assert doctor.run([], words) == 0
    said = capsys.readouterr().out
    assert "×" not in said
    assert "doctor." not in said
    assert "HDMI-1 1920x1080" in said
    assert said.splitlines()[-1] == words("doctor.sound")


def test_words_that_cannot_be_read_are_a_finding_and_not_the_end(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> Census:
        raise ViewerError("words-unreadable", path="/there/en.mo", reason="damaged")

    machine.setattr(doctor, "ask_qt", fail)
    assert doctor.run([], load("en")) == doctor.UNSOUND
    said = capsys.readouterr().out
    assert "/there/en.mo" in said
    assert str(log_file()) in said


def test_no_display_is_told_with_its_remedy(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setattr(doctor, "display_of", lambda *_: Display.NONE)
    assert "ssh -X" in wrong(capsys)["display"]


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of Linux")
def test_missing_libraries_are_told_with_the_line_that_installs_them(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = tuple(row for row in LIBRARIES if row.package == "libglib2.0-0")
    machine.setattr(doctor, "missing_libraries", lambda _: absent)
    assert "apt-get install -y libglib2.0-0" in wrong(capsys)["libraries"]


def test_the_pair_that_aborts_is_told(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ViewerError("preflight-bad-pair", pyside="6.12.0", python="3.11.0")
    machine.setattr(doctor, "unsound_pair", lambda *_: bad)
    assert "PySide6" in wrong(capsys)["pair"]


def test_tested_pairs_are_told_and_whether_this_is_one(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    python = sys.version_info[:2]
    machine.setattr(doctor, "TESTED", {python: ("6.8.0.2", "6.11.3")})
    machine.setattr(doctor, "is_tested_pair", lambda *_: False)
    assert doctor.run([], load("en")) == 0, "not tested is not wrong"
    said = capsys.readouterr().out
    assert "not tested with this Python; tested: 6.8.0.2, 6.11.3" in said
    assert f"Python {python[0]}.{python[1]}: 6.8.0.2, 6.11.3" in said


def test_a_module_that_cannot_be_imported_is_told(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setattr(doctor, "ask_modules", lambda: "No module named 'PySide6.QtOpenGL'")
    assert "install it again" in wrong(capsys)["modules"]


def test_absent_qt_and_absent_parts_are_told(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setattr(doctor, "pyside_version", lambda: None)
    machine.setattr(doctor, "installed_version", lambda part: None if part == "numpy" else "1")
    assert "numpy" in wrong(capsys)["parts"]
    assert "pair" in wrong(capsys)


def test_characters_that_would_be_boxes_are_told(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setattr(doctor, "ask_qt", lambda *_: replace(WELL, missing=("字",)))
    assert "fonts-noto-cjk" in wrong(capsys)["glyphs"]


def test_a_qt_that_stops_is_told_and_the_rest_goes_on(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setattr(doctor, "ask_qt", lambda *_: Census(stop="exit -6"))
    assert list(wrong(capsys)) == ["qt"]


@pytest.mark.usefixtures("machine")
def test_a_settings_file_of_the_site_that_is_broken_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{", encoding="utf-8")
    monkeypatch.setattr(doctor, "site_settings_files", lambda _: (file,))
    assert list(wrong(capsys)) == ["site-settings"]


def test_a_settings_file_that_is_broken_is_told(
    tmp_path: Path, machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{")
    machine.setattr(doctor, "settings_file", lambda _: file)
    assert list(wrong(capsys)) == ["settings"]
    assert file.read_text() == "{"  # the doctor looks, and touches nothing
    file.write_text("{}")
    assert doctor.run([], load("en")) == 0


def test_it_runs_where_qt_cannot_be_loaded(tmp_path: Path, root: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text('__version__ = "6.12.1"\nraise ImportError("no Qt")\n')
    env = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{root}"}
    run = "import sys; from viewer.cli import main; sys.exit(main(['doctor', '--json']))"
    told = subprocess.run(
        [sys.executable, "-c", run], env=env, capture_output=True, text=True, check=False
    )
    assert told.returncode == doctor.UNSOUND, told.stderr
    findings = {one["name"]: one for one in json.loads(told.stdout)["findings"]}
    assert findings["qt"]["value"] == "ImportError: no Qt"
    assert findings["log"]["ok"]


def test_a_system_that_cannot_be_looked_at_is_named_by_its_kind(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> str:
        raise OSError("a failing disk")

    machine.setattr(platform, "platform", fail)
    assert doctor.run([], load("en")) == 0
    assert sys.platform in capsys.readouterr().out


def test_of_hundreds_of_missing_characters_some_are_told_and_how_many_there_are(
    machine: pytest.MonkeyPatch,
) -> None:
    lost = tuple(map(chr, range(0x4E00, 0x4E00 + 500)))
    machine.setattr(doctor, "ask_qt", lambda *_: replace(WELL, missing=lost))
    (found,) = (one for one in doctor.examine({}, load("en")) if one.name == "glyphs")
    assert not found.ok
    assert found.value.startswith("一 ") and found.value.endswith("(500)")
    assert len(found.value) < 120


def test_a_glibc_without_wheels_of_qt_is_told_before_pip_fails(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.setattr(doctor, "glibc_needed", lambda: (2, 34))
    machine.setattr(doctor, "glibc_here", lambda: (2, 31))
    assert doctor.run([], load("en")) == 0, "a Qt that is there was made for this machine"
    capsys.readouterr()
    machine.setattr(doctor, "pyside_version", lambda: None)
    remedy = wrong(capsys)["glibc"]
    assert "2.34" in remedy
    assert "2.31" in remedy


@pytest.mark.skipif(sys.platform != "linux", reason="input methods of Linux")
def test_an_input_method_without_a_plugin_is_told_with_what_is_taken_in_its_place(
    machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.delenv("QT_IM_MODULES", raising=False)
    machine.setenv("QT_IM_MODULE", "fcitx")
    assert doctor.run([], load("en")) == 0
    assert "input method: fcitx (Qt has no plugin for it: the portal of IBus" in (
        capsys.readouterr().out
    )
