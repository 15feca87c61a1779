"""The steps of `tests.first_edit`: seen in the window, done by keys and mouse of xdotool."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from tests.driven import the_window
from viewer.model import Severity, Span
from viewer.window.editing.add_chip import AddChip
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_sheet import EditSheet
from viewer.window.figures.charts import ChartsPane
from viewer.window.main import MainWindow
from viewer.window.selection_sync import Linking

Deed = Iterator[None]
PATIENCE = 900
"""So many turns of the window (of 15 ms) something may take to show."""


class Hand:
    """Keys and mouse by xdotool, in the window of a file; `edits` counts what was written."""

    def __init__(self, file: Path) -> None:
        self.file, self.edits, self.shown = file, 0, 0
        self.window: MainWindow = the_window()
        self.pictures = os.environ.get("FIRST_EDIT_SHOW", "")

    @property
    def charts(self) -> ChartsPane:
        """The pane of charts, which comes after the words."""
        found = self.window.findChild(ChartsPane)
        assert found is not None
        return found

    def do(self, *words: str) -> Deed:
        """One call of xdotool, while the window goes on; a breath after it."""
        process = subprocess.Popen(["xdotool", *words])
        while process.poll() is None:
            yield
        assert process.returncode == 0, words
        for _ in range(12):
            yield

    def keys(self, *keys: str) -> Deed:
        """Keys, one after the other."""
        yield from self.do("key", "--clearmodifiers", "--delay", "60", *keys)

    def type(self, text: str) -> Deed:
        """Text in place of what is selected; what no key of the keyboard has is pasted."""
        if text.isascii():
            yield from self.do("type", "--delay", "60", text)
        else:
            QApplication.clipboard().setText(text)
            yield from self.keys("ctrl+v")

    def click(self, at: QPoint, button: str = "1") -> Deed:
        """A click where something is on the screen."""
        yield from self.do("mousemove", str(at.x()), str(at.y()))
        yield from self.do("click", button)

    def drag(self, start: QPoint, end: QPoint) -> Deed:
        """The pointer pressed, moved and let go."""
        yield from self.do("mousemove", str(start.x()), str(start.y()), "mousedown", "1")
        for part in (1, 2, 3):
            at = start + (end - start) * part / 3
            yield from self.do("mousemove", str(at.x()), str(at.y()))
        yield from self.do("mouseup", "1")

    def until(self, told: str, holds: Callable[[], object]) -> Deed:
        """Wait for what the window shows."""
        for _ in range(PATIENCE):
            if holds():
                return
            yield
        self.picture("stopped")
        raise AssertionError(f"not seen: {told}")

    def written(self, told: str, steps: Deed) -> Deed:
        """Steps that end in one edit, which the file has and the window shows."""
        before = self.file.read_bytes()
        yield from steps
        yield from self.until(f"{told} in the file", lambda: self.file.read_bytes() != before)
        yield from self.settled()
        self.edits += 1
        self.picture(told)

    def settled(self) -> Deed:
        """Until what is on the disk is what is shown, and can be edited."""
        editing = self.window.findChild(Editing)
        yield from self.until("the edit, shown", editing.can_edit)
        yield from self.until("no sheet", lambda: self.sheet() is None)
        for _ in range(20):
            yield

    def picture(self, told: str) -> None:
        """What is on the screen, for whoever asked to see it."""
        if self.pictures:
            self.shown += 1
            name = f"{self.shown:02d}-{told.replace(' ', '-')}.png"
            target = str(Path(self.pictures, name))
            subprocess.run(["import", "-window", "root", target], check=False)

    # what is where

    def sheet(self) -> EditSheet | None:
        """The sheet that is open."""
        found = [one for one in self.window.findChildren(EditSheet) if one.isVisible()]
        return found[-1] if found else None

    def middle(self, widget: QWidget, rect: QRect | None = None) -> QPoint:
        """The middle of a widget, or of a place in it, on the screen."""
        return widget.mapToGlobal((rect or widget.rect()).center())

    def words(self, said: str) -> tuple[QPoint, QPoint]:
        """Where words of the passage begin and end."""
        pane = self.window.passage
        start = shown_section(self.window).passage.text.index(said)
        places = pane.places(Span(start, start + len(said)))
        top = pane.verticalScrollBar().value()
        first, last = places[0].translated(0, -top), places[-1].translated(0, -top)
        left = QPointF(first.left() + 1, first.center().y()).toPoint()
        right = QPointF(last.right() - 1, last.center().y()).toPoint()
        return pane.viewport().mapToGlobal(left), pane.viewport().mapToGlobal(right)

    def on_words(self, said: str) -> QPoint:
        """The middle of words on one line."""
        left, right = self.words(said)
        return (left + right) / 2

    def mark(self, key: str) -> QPoint:
        """The middle of a mark in the charts."""
        place = self.charts.column.place_of(key)
        assert place is not None, key
        return self.charts.column.viewport().mapToGlobal(place.center().toPoint())

    def heading(self, title: str) -> QPoint:
        """The heading of a chart."""
        item = next(i for i in self.charts.column.items_shown() if i.scene_shown.title == title)
        box = item.sceneBoundingRect()
        return self.charts.column.viewport().mapToGlobal(
            QPointF(box.left() + 40, box.top() + 22).toPoint()
        )

    def charted(self, key: str) -> bool:
        """Whether a mark is shown."""
        return self.charts.column.place_of(key) is not None

    def choose(self, *path: str) -> Deed:
        """The entries of the menu that is open, by the words that each begins with."""
        for said in path:
            yield from self.until(f"menu with {said}", partial(self._entry, said))
            menu, action = self._entry(said)
            yield from self.click(self.middle(menu, menu.actionGeometry(action)))

    def _entry(self, said: str):
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                for action in menu.actions():
                    if action.text().replace("&", "").startswith(said):
                        return menu, action
        return None

    def fill(self, *fields: tuple[str, str], confirm: str = "Return") -> Deed:
        """Fields of the sheet that opens, each clicked and typed anew, and Enter."""
        yield from self.until("a sheet", self.sheet)
        for key, text in fields:
            yield from self.click(self.middle(self.sheet().fields[key]))
            yield from self.keys("ctrl+a")
            yield from self.type(text)
            field = self.sheet().fields[key]
            yield from self.until(f"{text} typed", partial(_reads, field, text))
        yield from self.until("agreement", self.sheet().agree.isEnabled)
        yield from self.keys(confirm)


def _reads(field: QWidget, text: str) -> bool:
    return isinstance(field, QLineEdit) and field.text() == text


def _differs(file: Path, before: bytes) -> bool:
    return file.read_bytes() != before


def shown_section(window: MainWindow):
    """The section that the window shows."""
    return window.findChild(Linking)._workspace.section


def mended(file: Path) -> Deed:
    """Twelve faults: a value, two labels, a base, two doubts alike, a page number, a number that is
    missing, a part without its whole, a figure in the wrong chart, the titles of chart, section and
    report, and two subjects in one section; then all undone, and done again."""
    hand = Hand(file)
    planted = file.read_bytes()
    yield from hand.until("the mistakes", lambda: not hand.window.issues.isHidden())
    yield from hand.until("the list", hand.window.issues.list.count)
    yield from the_figures(hand)
    yield from the_relations(hand)
    yield from the_charts(hand)
    yield from the_sections(hand)
    done = file.read_bytes()
    for times, keys, wanted in ((hand.edits, "ctrl+z", planted), (hand.edits, "ctrl+y", done)):
        for _ in range(times):
            before = file.read_bytes()
            yield from hand.keys(keys)
            yield from hand.until(keys, partial(_differs, file, before))
            yield from hand.settled()
        assert file.read_bytes() == wanted, keys
    look_at(hand)
    print(f"mended by {hand.edits} edits, all undone and done again")


def the_figures(hand: Hand) -> Deed:
    """Value and label, page number, doubts, a number more."""
    window = hand.window
    yield from hand.click(hand.middle(window.issues.anyway))
    yield from hand.until("the words", lambda: window.findChild(Editing).can_edit())
    yield from hand.click(hand.middle(window.sidebar.proof))
    row = window.issues.list
    yield from hand.until("the list", lambda: row.isVisible() and row.count())
    yield from hand.click(hand.middle(row.viewport(), row.visualItemRect(row.item(0))))
    yield from hand.keys("F2")
    fields = (("label", "水库蓄水"), ("value", "5.6亿"))
    yield from hand.written("value and label", hand.fill(*fields))
    yield from hand.until(
        "no mistake", lambda: window.findChild(Linking)._workspace.refused is None
    )
    yield from hand.click(hand.on_words("4 页"))
    yield from hand.written("page number", hand.keys("Delete"))
    yield from hand.keys("F4")
    yield from hand.until("the review", lambda: button("review-accept-alike").isVisible())
    yield from hand.written("doubts alike", hand.click(hand.middle(button("review-accept-alike"))))
    yield from hand.drag(*hand.words("19 扇"))
    chip = window.findChild(AddChip).button
    yield from hand.until("the chip", chip.isVisible)
    yield from hand.click(hand.middle(chip))
    yield from hand.written("number added", hand.fill(("label", "更换闸门")))


def button(name: str) -> QWidget:
    """A button by its name."""
    return next(one for one in QApplication.allWidgets() if one.objectName() == name)


def the_relations(hand: Hand) -> Deed:
    """The whole of a part, by pointing; the base of a change, on its sheet."""
    yield from hand.click(hand.on_words("13 亿千瓦时"), "3")
    yield from hand.choose("指定整体")
    pointing = hand.click(hand.on_words("38 亿千瓦时"))
    yield from hand.written("whole", pointing)
    yield from hand.click(hand.on_words("7.1%"))
    yield from hand.keys("F2")
    growth = hand.fill(("label", "蓄水增速"), ("versus", "上年同期"))
    yield from hand.written("label and base", growth)


def the_charts(hand: Hand) -> Deed:
    """A mark to another chart, a title."""
    yield from hand.until("the mark", lambda: hand.charted("power") and hand.charted("night"))
    yield from hand.keys("Escape")
    moving = hand.drag(hand.mark("rounds"), hand.mark("canals"))
    yield from hand.written("mark dragged", moving)
    yield from hand.click(hand.heading("图"), "3")
    yield from hand.choose("改图表")
    yield from hand.written("title of chart", hand.fill(("title", "修缮与巡查")))


def the_sections(hand: Hand) -> Deed:
    """The title of the section, a section more, and the title of the whole."""
    rows = hand.window.sidebar.list
    place = rows.visualRect(rows.model().index(0, 0))
    yield from hand.click(hand.middle(rows.viewport(), place), "3")
    yield from hand.choose("改本节")
    yield from hand.written("title of section", hand.fill(("title", "蓄水与发电")))
    yield from hand.click(hand.on_words("5 座"))
    yield from hand.click(hand.middle(rows.viewport(), place), "3")
    yield from hand.choose("从这一段起")
    yield from hand.written("section parted", hand.fill(("title", "修缮")))
    yield from hand.click(hand.middle(rows.viewport(), place), "3")
    yield from hand.choose("改报告")
    yield from hand.written("title of report", hand.fill(("title", "前三季度水库简报")))


def look_at(hand: Hand) -> None:
    """Whether the file says what it should."""
    made = hand.window.findChild(Linking)._workspace.opened
    assert [one for one in made.issues if one.severity is not Severity.NOTE] == []
    first, second = made.briefing.sections
    assert (made.briefing.title, first.title, second.title) == (
        "前三季度水库简报",
        "蓄水与发电",
        "修缮",
    )
    assert [(m.label, m.point.written, m.versus, m.of, m.review) for m in first.metrics] == [
        ("水库蓄水", "5.6亿", None, None, ""),
        ("蓄水增速", "7.1", "上年同期", None, ""),
        ("发电量", "38亿", None, None, ""),
        ("夜间发电量", "13亿", None, "power", ""),
    ]
    labels = {metric.label for metric in second.metrics}
    assert labels == {"修缮渠道", "停用泵站", "巡查", "更换闸门"}
