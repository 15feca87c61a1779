"""What the style sheet makes of the palettes: fields, focus, selection and bars can be seen."""

from __future__ import annotations

import re

import pytest

from viewer.design import THEMES, Palette, contrast, palette
from viewer.resources import resource_text

RULES = {
    selector.strip(): body
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", resource_text("style", "window.qss"))
    for selector in selectors.split(",")
}
PALETTES = [pytest.param(palette(theme), id=theme) for theme in THEMES]
GROUNDS = ("page", "side", "card")
FIELDS = ("QLineEdit", "QComboBox", "QPlainTextEdit", "QTextBrowser", "QCheckBox::indicator")


def colour(selector: str, name: str, colours: Palette) -> str:
    """The colour that a property of a rule names by its role."""
    found = re.search(rf"(?:^|[;\s]){name}:[^;]*\$(\w+)", RULES[selector])
    assert found, (selector, name)
    return str(getattr(colours, found[1]))


@pytest.mark.parametrize("colours", PALETTES)
def test_the_edge_of_every_field_can_be_seen(colours: Palette) -> None:
    poor = [
        (field, ground)
        for field in FIELDS
        for ground in GROUNDS
        if contrast(colour(field, "border", colours), getattr(colours, ground)) < 3
    ]
    assert poor == []


@pytest.mark.parametrize("colours", PALETTES)
def test_a_focus_is_a_thick_ring_that_can_be_seen(colours: Palette) -> None:
    focused = [selector for selector in RULES if selector.endswith(":focus")]
    assert {"QPushButton:focus", "QLineEdit:focus", "QComboBox:focus"} <= set(focused)
    for selector in focused:
        assert "border: 2px solid" in RULES[selector], selector
        ring = colour(selector, "border", colours)
        assert all(contrast(ring, getattr(colours, ground)) >= 3 for ground in GROUNDS), selector


@pytest.mark.parametrize("colours", PALETTES)
def test_a_placeholder_can_be_read_in_its_field(colours: Palette) -> None:
    said = colour("QLineEdit", "placeholder-text-color", colours)
    assert contrast(said, colour("QLineEdit", "background", colours)) >= 4.5
    assert contrast(said, colour("QLineEdit:focus", "background", colours)) >= 4.5


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("bar", ["QScrollBar::handle:vertical", "QScrollBar::handle:horizontal"])
def test_a_scroll_bar_stands_out_from_what_it_scrolls(colours: Palette, bar: str) -> None:
    handle = colour(bar, "background", colours)
    assert all(contrast(handle, getattr(colours, one)) >= 3 for one in ("page", "pane", "side"))


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize(
    ("selector", "edge"),
    [
        ("QListWidget::item:selected", "border-left"),
        ("QTableView::item:selected", "border-bottom"),
        ("QPushButton#show-charts:checked", "border-bottom"),
        ("QPushButton#show-table:checked", "border-bottom"),
    ],
)
def test_what_is_selected_has_an_edge_that_the_others_lack(
    colours: Palette, selector: str, edge: str
) -> None:
    marked = colour(selector, edge, colours)
    assert contrast(marked, colours.page) >= 3


@pytest.mark.parametrize("colours", PALETTES)
def test_a_button_under_the_pointer_has_another_edge(colours: Palette) -> None:
    edge = colour("QPushButton:hover", "border-color", colours)
    assert contrast(edge, colours.page) >= 3
    assert contrast(edge, colours.line) >= 2


@pytest.mark.parametrize("colours", PALETTES)
def test_the_ring_of_a_selected_figure_can_be_seen_on_its_card(colours: Palette) -> None:
    assert contrast(colours.selected, colours.card) >= 3
    assert contrast(colours.accent, colours.card) >= 3
