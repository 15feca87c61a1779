"""A palette as Qt wants it: colours of the standard widgets, and the one style sheet."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from viewer.design import THEMES, Palette, Role
from viewer.model import ViewerError
from viewer.rendering.style import Style
from viewer.resources import resource, resource_text

THEME_NAMES = ("system", *THEMES)


def system_theme() -> str:
    """What the desktop asks for: dark or light, with high contrast or without; `light` where it
    says nothing.
    """
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    ask = getattr(getattr(hints, "accessibility", lambda: None)(), "contrastPreference", None)
    strong = ask is not None and ask() == Qt.ContrastPreference.HighContrast
    if strong:
        return "projector" if dark else "contrast"
    return "dark" if dark else "light"


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
    """The style sheet of the window in the colours and at the zoom of `style`.

    The rules stand in `resources/style/window.qss`. Where that cannot be read there are none: a
    window in the plain look of Qt is better than no window.
    """
    try:
        names = ("window.qss", "touch.qss") if style.touch else ("window.qss",)
        rules = Template("\n".join(resource_text("style", name) for name in names))
    except ViewerError:
        return ""
    colours = {role.value: style.palette.of(role) for role in Role}
    sizes = {f"px{n}": str(round(style.pixels(n))) for n in (12, 13, 14, 15, 22)}
    families = ", ".join(f'"{name}"' for name in style.faces.sans)
    pictures = {
        name: resource("icons", f"{name}-{style.palette.theme}.svg").as_posix()
        for name in ("check", "arrow")
    }
    return "\n" + rules.substitute(colours | sizes | {"families": families} | pictures)
