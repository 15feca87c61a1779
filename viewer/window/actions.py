"""Everything the reader can ask of the window: one table for menus, keys, palette and README."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from viewer.i18n import Words
from viewer.window.mnemonics import with_mnemonics


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to ask for: `id` names its words (`action.<id>`) and its handler.

    `group` makes actions exclusive of each other; `checkable` ones show whether they are on.
    """

    id: str
    menu: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""
    separated: bool = False


ACTIONS = (
    Action("open", "file", ("Ctrl+O",)),
    Action("new", "file", ("Ctrl+N",)),
    Action("save", "file", ("Ctrl+S",)),
    Action("reload", "file", ("Ctrl+R",)),
    Action("clear-recent", "file"),
    Action("export", "file", ("Ctrl+E",), separated=True),
    Action("print", "file", ("Ctrl+P",)),
    Action("quit", "file", ("Ctrl+Q",), separated=True),
    Action("undo", "edit", ("Ctrl+Z",)),
    Action("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Action("edit-figure", "edit", ("F2",), separated=True),
    Action("add-figure", "edit", ("Ins",)),
    Action("remove-figure", "edit", ("Del",)),
    Action("edit-section", "edit", separated=True),
    Action("split-section", "edit"),
    Action("join-section", "edit"),
    Action("edit-report", "edit"),
    Action("copy-quote", "edit", ("Ctrl+Shift+C",), separated=True),
    Action("compare", "edit", ("D",)),
    Action("copy-comparison", "edit", ("Ctrl+Shift+D",)),
    Action("keep-comparison", "edit"),
    Action("review-next", "edit", ("F4",), separated=True),
    Action("accept-review", "edit", ("Ctrl+Shift+A",)),
    Action("accept-alike", "edit"),
    Action("remove-relation", "edit", ("Shift+Del",)),
    Action("open-in-editor", "edit", ("Ctrl+Shift+E",)),
    Action("find", "edit", ("Ctrl+F",), separated=True),
    Action("find-next", "edit", ("F3", "Ctrl+G")),
    Action("find-previous", "edit", ("Shift+F3", "Ctrl+Shift+G")),
    Action("go-to", "edit", ("Ctrl+K",)),
    Action("settings", "edit", ("Ctrl+,",), separated=True),
    Action("back", "go", ("Alt+Left",)),
    Action("forward", "go", ("Alt+Right",)),
    Action("bookmark", "go", ("Ctrl+D",), checkable=True),
    Action("next-figure", "go", ("Ctrl+Right",), separated=True),
    Action("previous-figure", "go", ("Ctrl+Left",)),
    Action("next-section", "go", ("Ctrl+PgDown", "Alt+Down"), separated=True),
    Action("previous-section", "go", ("Ctrl+PgUp", "Alt+Up")),
    Action("next-unused", "go", ("F7",), separated=True),
    Action("previous-unused", "go", ("Shift+F7",)),
    Action("let-go", "go", ("Esc",), separated=True),
    Action("table", "view", ("Ctrl+T",), checkable=True),
    Action("report-table", "view", ("Ctrl+Shift+T",), checkable=True),
    Action("coverage", "view", ("Ctrl+U",), checkable=True),
    Action("scroll-together", "view", checkable=True),
    Action("issues", "view", ("Ctrl+I",), checkable=True),
    Action("zoom-in", "view", ("Ctrl+=", "Ctrl++"), separated=True),
    Action("zoom-out", "view", ("Ctrl+-",)),
    Action("zoom-reset", "view", ("Ctrl+0",)),
    Action("theme-system", "view", checkable=True, group="theme", separated=True),
    Action("theme-light", "view", checkable=True, group="theme"),
    Action("theme-contrast", "view", checkable=True, group="theme"),
    Action("theme-dark", "view", checkable=True, group="theme"),
    Action("theme-projector", "view", checkable=True, group="theme"),
    Action("language-zh_CN", "view", checkable=True, group="language", separated=True),
    Action("language-en", "view", checkable=True, group="language"),
    Action("sidebar", "window", ("F9",), checkable=True),
    Action("menu", "window", ("F10",)),
    Action("context-menu", "window", ("Shift+F10",)),
    Action("next-pane", "window", ("F6",)),
    Action("previous-pane", "window", ("Shift+F6",)),
    Action("new-window", "window", ("Ctrl+Shift+N",), separated=True),
    Action("present", "talk", ("F5",)),
    Action("present-here", "talk", ("Shift+F5",)),
    Action("present-set-up", "talk", ("Ctrl+F5",)),
    Action("rehearse", "talk", ("Ctrl+Shift+F5",)),
    Action("help", "help", ("F1",)),
    Action("keys", "help", ("?",)),
    Action("sample", "help", separated=True),
    Action("gallery", "help"),
    Action("whats-new", "help", separated=True),
    Action("about", "help"),
)
ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Where macOS moves an action to, in any language; by itself Qt guesses from English words."""
MENUS = ("file", "edit", "go", "view", "talk", "window", "help")


def build_actions(parent: QWidget) -> dict[str, QAction]:
    """An action of Qt for each row, by its id; its keys live in the whole window."""
    groups: dict[str, QActionGroup] = {}
    built: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(parent)
        action.setObjectName(f"action-{row.id}")
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(row.checkable)
        action.setMenuRole(ROLES.get(row.id, QAction.MenuRole.NoRole))
        if row.group:
            group = groups.setdefault(row.group, QActionGroup(parent))
            group.addAction(action)
        parent.addAction(action)
        built[row.id] = action
    return built


def connect_actions(
    actions: Mapping[str, QAction], handlers: Mapping[str, Callable[[], object]]
) -> None:
    """Have each action do what its handler says; KeyError for a handler without an action."""
    for name, handler in handlers.items():
        actions[name].triggered.connect(handler)


def say_actions(actions: Mapping[str, QAction], words: Words) -> None:
    """Name the actions in the language of `words`, with a letter for each in its menu."""
    for menu in MENUS:
        rows = [row for row in ACTIONS if row.menu == menu and row.id in actions]
        texts = with_mnemonics((row.id, words(f"action.{row.id}")) for row in rows)
        for name, text in texts.items():
            actions[name].setText(text)


def fill_menu(
    menu: QMenu | QMenuBar, actions: Mapping[str, QAction], words: Words
) -> dict[str, QMenu]:
    """Fill `menu` with a submenu for each group of actions; the submenus by name."""
    for old in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()  # a menu that is cleared keeps them
    menu.clear()
    submenus: dict[str, QMenu] = {}
    titles = with_mnemonics((name, words(f"menu.{name}")) for name in MENUS)
    for name in MENUS:
        rows = [row for row in ACTIONS if row.menu == name and row.id in actions]
        if not rows:
            continue
        submenu = submenus[name] = menu.addMenu(titles[name])
        for row in rows:
            if row.separated:
                submenu.addSeparator()
            submenu.addAction(actions[row.id])
    return submenus
