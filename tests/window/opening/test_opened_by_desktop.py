from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QAction, QFileOpenEvent

from viewer.window.opening.opened_by_desktop import OpenedByDesktop


def test_a_file_that_macos_asks_to_open_is_opened(wired, monkeypatch: pytest.MonkeyPatch) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    heard: list[QObject] = []
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(application, "installEventFilter", heard.append)
    asked: list[Path] = []
    monkeypatch.setattr(wired.filing, "open", asked.append)
    made = OpenedByDesktop(application, wired.filing)
    assert heard == [made]
    assert made.eventFilter(application, QFileOpenEvent(QUrl.fromLocalFile("/a/报告.yaml")))
    assert asked == [Path("/a/报告.yaml")]
    assert not made.eventFilter(application, QFileOpenEvent(QUrl("http://example.com/a.yaml")))
    assert not made.eventFilter(application, QEvent(QEvent.Type.Show))
    assert len(asked) == 1


def test_about_settings_and_quit_go_where_macos_has_them_in_any_language(wired) -> None:
    roles = {name: action.menuRole() for name, action in wired.window.actions_by_id.items()}
    moved = {name: role for name, role in roles.items() if role != QAction.MenuRole.NoRole}
    assert moved == {
        "about": QAction.MenuRole.AboutRole,
        "settings": QAction.MenuRole.PreferencesRole,
        "quit": QAction.MenuRole.QuitRole,
    }
