from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from viewer.present.console.lists import LOWEST, found_rows, overview_cells
from viewer.talk import KEYS, Panel, TalkState


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 9, 12, 16, 30])
def test_the_cards_of_the_overview_never_overlap_and_stay_inside(count: int) -> None:
    area = QRectF(30, 80, 1200, 640)
    found = overview_cells(area, count)
    cells = [cell for _, cell in found]
    assert [number for number, _ in found] == list(range(min(count, 20)))
    assert all(area.adjusted(-1, -1, 1, 1).contains(cell) for cell in cells)
    assert not any(a.intersects(b) for n, a in enumerate(cells) for b in cells[n + 1 :])


@pytest.mark.parametrize("chosen", [0, 7, 30, 103, 199])
def test_of_many_sections_as_many_are_shown_as_can_be_read_the_chosen_one_among_them(
    chosen: int,
) -> None:
    area = QRectF(30, 80, 1200, 640)
    found = overview_cells(area, 200, chosen)
    assert chosen in [number for number, _ in found]
    assert all(cell.height() >= LOWEST and area.contains(cell) for _, cell in found)


@pytest.mark.parametrize("chosen", [0, 7, 30, 59])
def test_the_chosen_row_of_a_long_list_is_in_view(chosen: int) -> None:
    state = TalkState(panel=Panel.GO, found=tuple(range(60)), chosen=chosen)
    rows = found_rows(QRectF(0, 0, 800, 500), state)
    assert chosen in [row for row, _ in rows]
    assert all(cell.bottom() <= 501 for _, cell in rows)


@pytest.mark.parametrize("panel", [panel for panel in Panel if panel])
def test_a_panel_covers_the_console_and_goes_away(opened, panel: Panel) -> None:
    session = opened(place=3)
    console = session.windows.console
    before = console.grab().toImage()
    session.press(next(row.keys[0] for row in KEYS if row.command.value == panel.value))
    assert session.state.panel is panel
    assert console.grab().toImage() != before
    session.press("Esc")
    session.press("Esc") if session.state.panel else None
    assert not console.panels.isVisible()


def test_the_go_to_list_follows_what_is_typed(opened) -> None:
    session = opened()
    session.press("G")
    sections = session.state.found
    session.windows.console.panels.typed.emit("1793")
    assert session.state.found != sections
    assert len(session.state.found) == 1


def test_the_clicker_page_names_what_arrived(opened) -> None:
    session = opened()
    session.press("K")
    empty = session.windows.console.grab().toImage()
    session.press("PgDown")
    assert session.state.heard == "PgDown"
    assert session.windows.console.grab().toImage() != empty
