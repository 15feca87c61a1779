from pathlib import Path

from viewer.settings import log_file, settings_file
from viewer.settings.folder import data_folder


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
