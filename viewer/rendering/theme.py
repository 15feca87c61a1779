"""A palette as Qt wants it: colours of the standard widgets, and the one style sheet."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from viewer.design import Palette, Role
from viewer.rendering.style import Style
from viewer.resources import resource

THEME_NAMES = ("system", "light", "dark", "projector")


def system_theme() -> str:
    """`dark` when the desktop asks for dark, `light` otherwise or when it says nothing."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def qt_palette(colours: Palette) -> QPalette:
    """The palette of Fusion's widgets; the desktop's own would not follow our themes."""
    role = QPalette.ColorRole
    table = {
        role.Window: colours.side,
        role.WindowText: colours.ink,
        role.Base: colours.page,
        role.AlternateBase: colours.side,
        role.Text: colours.ink,
        role.PlaceholderText: colours.faint,
        role.Button: colours.card,
        role.ButtonText: colours.ink,
        role.BrightText: colours.bad,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.ink,
        role.Light: colours.card,
        role.Midlight: colours.line,
        role.Mid: colours.line,
        role.Dark: colours.line,
        role.Shadow: colours.line,
    }
    palette = QPalette()
    for name, colour in table.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.faint))
    return palette


def style_sheet(style: Style) -> str:
    """The style sheet of the window in the colours and at the zoom of `style`."""
    colours = {role.value: style.palette.of(role) for role in Role}
    sizes = {f"px{n}": str(round(style.pixels(n))) for n in (12, 13, 14, 15, 22)}
    families = ", ".join(f'"{name}"' for name in style.faces.sans)
    check = resource("icons", f"check-{style.palette.theme}.svg").as_posix()
    return _SHEET.substitute(colours | sizes | {"families": families, "check": check})


_SHEET = Template("""
QWidget { font-family: $families; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QWidget#topbar { background: $page; border-bottom: 1px solid $line; }
QWidget#status { background: $side; border-top: 1px solid $line; }
QWidget#sidebar { background: $side; }
QWidget#issues { background: $side; border-top: 1px solid $line; }
QWidget#start { background: $page; }
QLabel#briefing-title { font-size: ${px15}px; font-weight: 700; color: $ink; }
QLabel#draft-title { font-size: ${px15}px; font-weight: 700; color: $ink; }
QLabel#draft-source { font-size: ${px13}px; color: $muted; }
QLabel#sidebar-heading { padding: 0 18px; font-size: ${px13}px; color: $muted; }
QLabel#source { padding: 0 18px; font-size: ${px13}px; color: $muted; }
QLabel#find-count { font-size: ${px13}px; color: $muted; }
QLabel#start-title { font-size: ${px22}px; font-weight: 700; color: $ink; }
QLabel#start-text { font-size: ${px14}px; color: $muted; }
QLabel#issues-heading { font-size: ${px14}px; font-weight: 700; color: $ink; }
QWidget#status QLabel { font-size: ${px13}px; color: $muted; }
QLabel#key-name { color: $accent; font-weight: 700; }
QLabel#key-group { color: $muted; font-size: ${px13}px; padding-top: 8px; }
QLabel#key-note { color: $muted; font-size: ${px13}px; }
QPushButton#proof { border: none; background: transparent; padding: 0; border-radius: 0; }
QPushButton#proof:hover { background: $track; }
QPushButton#proof:focus { border: 1px solid $accent; }
QLabel#proof-text { font-size: ${px13}px; color: $muted; }
QLabel#proof-text[state="good"] { color: $good; }
QLabel#proof-text[state="warn"] { color: $warn; font-weight: 700; }
QLabel#proof-text[state="bad"] { color: $bad; font-weight: 700; }
QListView#sections { background: transparent; border: none; outline: none; }
QTextEdit#passage { background: $page; border: none; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit { background: $side; color: $ink; border: 1px solid $line; border-radius: 5px;
  padding: 5px 10px; font-size: ${px13}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus { border: 1px solid $accent; background: $page; }
QPushButton { background: $page; color: $ink; border: 1px solid $line; border-radius: 5px;
  padding: 5px 12px; font-size: ${px13}px; }
QPushButton:hover { background: $track; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $faint; }
QPushButton#show-charts { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton#show-table { border-top-left-radius: 0; border-bottom-left-radius: 0;
  border-left: none; }
QPushButton#show-charts:checked, QPushButton#show-table:checked { background: $track;
  font-weight: 700; }
QPushButton#present-button { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 700; }
QPushButton#present-button:disabled { background: $side; color: $faint; border-color: $line; }
QPushButton#present-button:focus { border: 1px solid $ink; }
QToolButton#menu-button { background: $page; color: $ink; border: 1px solid $line;
  border-radius: 5px; padding: 4px 10px; font-size: ${px15}px; }
QToolButton#menu-button:hover { background: $track; }
QToolButton#menu-button:focus { border: 1px solid $accent; }
QToolButton#menu-button::menu-indicator { image: none; width: 0; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 4px;
  font-size: ${px13}px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QTableView { background: $page; alternate-background-color: $side; color: $ink; border: none;
  selection-background-color: $tint; selection-color: $ink; }
QTableView { outline: none; }
QTableView::item { padding: 0 19px 0 8px; border-bottom: 1px solid $line; }
QHeaderView::section { background: $side; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 6px 22px 6px 11px; }
QListWidget { background: $page; color: $ink; border: 1px solid $line; border-radius: 5px;
  font-size: ${px13}px; }
QListWidget::item { padding: 5px 8px; }
QListWidget::item:selected { background: $tint; color: $ink; }
QCheckBox { color: $ink; }
QCheckBox:disabled { color: $faint; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px;
  background: $page; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:disabled { border-color: $line; }
QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 32px;
  margin: 1px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 32px;
  margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px 6px; }
""")
