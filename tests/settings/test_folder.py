from pathlib import Path

import pytest

from viewer.resources import BUNDLE_MARK, bundle_folder
from viewer.settings import folder, log_file, settings_file
from viewer.settings.folder import channel_file, data_folder, site_settings_files


def test_linux_follows_xdg(tmp_path: Path) -> None:
    env = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    assert settings_file(env, "linux") == tmp_path / "briefing-viewer" / "settings.json"
    assert log_file(env, "linux") == tmp_path / "briefing-viewer" / "briefing-viewer.log"


def test_a_relative_or_missing_folder_of_xdg_is_passed_over() -> None:
    for env in ({}, {"XDG_CONFIG_HOME": "here"}):
        assert settings_file(env, "linux").is_relative_to(Path.home() / ".config")
        assert log_file(env, "linux").is_relative_to(Path.home() / ".local/state")


def test_windows_roams_with_the_settings_and_not_with_the_log(tmp_path: Path) -> None:
    env = {"APPDATA": str(tmp_path / "r"), "LOCALAPPDATA": str(tmp_path / "l")}
    assert settings_file(env, "win32").is_relative_to(tmp_path / "r")
    assert log_file(env, "win32").is_relative_to(tmp_path / "l")


def test_macos_uses_its_library() -> None:
    assert "Application Support" in str(settings_file({}, "darwin"))
    assert "Logs" in str(log_file({}, "darwin"))


def test_menu_entries_go_where_the_desktop_looks_for_them(tmp_path: Path) -> None:
    assert data_folder({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path
    for env in ({}, {"XDG_DATA_HOME": "here"}):
        assert data_folder(env) == Path.home() / ".local/share"


def test_a_portable_bundle_keeps_settings_and_log_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "盘 one"
    (bundle / "python").mkdir(parents=True)
    assert bundle_folder(str(bundle / "python")) is None, "no bundle without its mark"
    (bundle / BUNDLE_MARK).write_text("{}", "utf-8")
    assert bundle_folder(str(bundle / "python")) == bundle
    monkeypatch.setattr(folder, "bundle_folder", lambda: bundle)
    assert not settings_file({}, "linux").is_relative_to(bundle), "not by itself"
    (bundle / "portable").mkdir()
    for system in ("linux", "win32", "darwin"):
        assert settings_file({}, system) == bundle / "portable" / "settings.json"
        assert log_file({}, system) == bundle / "portable" / "briefing-viewer.log"
        assert site_settings_files({}, system) == (), "its own are everybody's"


def test_the_channel_of_a_display_lies_where_only_its_person_writes(tmp_path: Path) -> None:
    env = {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "DISPLAY": ":0"}
    mine = channel_file(env, "linux")
    assert mine.parent == tmp_path / "run" / "briefing-viewer"
    assert channel_file({**env, "DISPLAY": ":1"}, "linux") != mine
    bare = {"XDG_STATE_HOME": str(tmp_path / "state")}
    assert channel_file(bare, "linux").parent == log_file(bare, "linux").parent


def test_the_channel_on_windows_is_the_name_of_a_pipe(tmp_path: Path) -> None:
    env = {"LOCALAPPDATA": str(tmp_path / "l")}
    mine = channel_file(env, "win32")
    assert mine.parts == (mine.name,), "a pipe's name holds no folders"
    assert channel_file({"LOCALAPPDATA": str(tmp_path / "other")}, "win32") != mine


def test_the_settings_of_a_site_stand_where_its_platform_has_them(tmp_path: Path) -> None:
    env = {"XDG_CONFIG_DIRS": f"{tmp_path / 'a'}:here:{tmp_path / 'b'}"}
    names = [file.parent.parent.name for file in site_settings_files(env, "linux")]
    assert names == ["a", "b"]
    assert site_settings_files({}, "linux") == (Path("/etc/xdg/briefing-viewer/settings.json"),)
    (windows,) = site_settings_files({"PROGRAMDATA": str(tmp_path)}, "win32")
    assert windows == tmp_path / "briefing-viewer" / "settings.json"
    assert site_settings_files({}, "win32") == ()
    (mac,) = site_settings_files({}, "darwin")
    assert mac.is_relative_to("/Library/Application Support")
