"""The keys of a talk: one table that menus, hints, the help overlay and README are made from."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.i18n import Words
from viewer.talk.command import Command


@dataclass(frozen=True, slots=True)
class Binding:
    """The keys of one command, by their portable names; `hint` shows it on the console's foot.

    `group` names what commands have in common (`talk.group.<group>`), for a menu that is read.
    """

    keys: tuple[str, ...]
    command: Command
    group: str
    hint: bool = False

    @property
    def words(self) -> str:
        """The key of the words that say what it does."""
        return f"talk.key.{self.command}"


KEYS = (
    Binding(("Right", "PgDown", "Space", "Return", "N"), Command.NEXT, "move", hint=True),
    Binding(("Left", "PgUp", "Backspace", "Shift+Space", "P"), Command.PREVIOUS, "move", hint=True),
    Binding(("Down",), Command.NEXT_FIGURE, "move", hint=True),
    Binding(("Up",), Command.PREVIOUS_FIGURE, "move"),
    Binding(("C",), Command.NEXT_CHART, "move"),
    Binding(("Ctrl+PgDown",), Command.NEXT_SECTION, "move", hint=True),
    Binding(("Ctrl+PgUp",), Command.PREVIOUS_SECTION, "move"),
    Binding(("G",), Command.GO, "jump", hint=True),
    Binding(("Home",), Command.FIRST, "jump"),
    Binding(("End",), Command.LAST, "jump"),
    Binding(("Alt+Left",), Command.BACK, "jump"),
    Binding(("Alt+Right",), Command.FORWARD, "jump"),
    Binding(("O", "Tab"), Command.OVERVIEW, "show", hint=True),
    Binding(("B", "."), Command.BLACK, "show", hint=True),
    Binding(("W", ","), Command.WHITE, "show"),
    Binding(("F",), Command.FREEZE, "show", hint=True),
    Binding(("L",), Command.POINTER, "show", hint=True),
    Binding(("S",), Command.SPOTLIGHT, "show", hint=True),
    Binding(("Z",), Command.ZOOM, "show", hint=True),
    Binding(("V",), Command.PASSAGE, "show", hint=True),
    Binding(("D",), Command.COMPARE, "jump"),
    Binding(("X",), Command.SWAP, "screens", hint=True),
    Binding(("M",), Command.LIGHTS, "screens"),
    Binding(("A",), Command.MOTION, "screens"),
    Binding(("H",), Command.HIDE, "screens"),
    Binding(("Ctrl+Shift+C",), Command.CONSOLE, "screens"),
    Binding(("Ctrl+Shift+W",), Command.WINDOWED, "screens"),
    Binding(("Ctrl+Shift+A",), Command.EVERYWHERE, "screens"),
    Binding(("T",), Command.CLOCK, "time", hint=True),
    Binding(("Ctrl+T",), Command.CLOCK_RESET, "time"),
    Binding(("Ctrl+Up",), Command.PLAN_LONGER, "time"),
    Binding(("Ctrl+Down",), Command.PLAN_SHORTER, "time"),
    Binding(("+", "="), Command.BIGGER, "show"),
    Binding(("-",), Command.SMALLER, "show"),
    Binding(("Ctrl++", "Ctrl+="), Command.NOTES_BIGGER, "notes"),
    Binding(("Ctrl+-",), Command.NOTES_SMALLER, "notes"),
    Binding(("Shift+Down", "Shift+PgDown"), Command.NOTES_DOWN, "notes"),
    Binding(("Shift+Up", "Shift+PgUp"), Command.NOTES_UP, "notes"),
    Binding(("Q",), Command.QUESTION, "notes", hint=True),
    Binding(("Ctrl+S",), Command.QUESTION_FILE, "notes"),
    Binding(("I", "Ctrl+P"), Command.PEN, "notes"),
    Binding(("U", "Ctrl+I"), Command.HIGHLIGHTER, "notes"),
    Binding(("Ctrl+Z",), Command.UNDO_STROKE, "notes"),
    Binding(("E",), Command.CLEAR_STROKES, "notes"),
    Binding(("R",), Command.REPORT, "time"),
    Binding(("Ctrl+R",), Command.REHEARSE, "time"),
    Binding(("K",), Command.CLICKER, "end"),
    Binding(("?", "F1"), Command.HELP, "end", hint=True),
    Binding(("F5", "Shift+F5"), Command.STAY, "end"),
    Binding(("Esc",), Command.PEEL, "end", hint=True),
)

_BY_KEY = {key: row.command for row in KEYS for key in row.keys}

# What Chinese input methods and number pads send in place of the keys that were meant.
_SAME_KEY = {
    "Enter": "Return",
    "Backtab": "Tab",
    "Shift+Tab": "Tab",
    "Shift+Backtab": "Tab",
    "。": ".",
    "，": ",",
    "？": "?",
    "＋": "+",
    "－": "-",
    "Ctrl+Return": "Return",
}

_FACES = {
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "PgDown": "PgDn",
    "Return": "Enter",
}


def normalized_key(key: str) -> str:
    """The name that the table knows a key by: letters upper case, full width made half width."""
    key = _SAME_KEY.get(key, key)
    if len(key) == 1:
        code = ord(key)
        if 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF5A:
            key = chr(code - 0xFEE0)
        return key.upper()
    return key


def command_of(key: str) -> Command | None:
    """What a key does in the plain view of a talk, None if nothing."""
    return _BY_KEY.get(normalized_key(key))


def face(key: str) -> str:
    """How a key is shown on a key cap: `Ctrl+PgDown` as `Ctrl PgDn`."""
    head, _, tail = key.rpartition("+")
    if not tail:  # the key is + itself
        head, tail = head.removesuffix("+"), "+"
    shown = _FACES.get(tail, tail)
    return f"{head.replace('+', ' ')} {shown}" if head else shown


def markdown(words: Words) -> str:
    """The table of keys as README shows it."""
    rows = [f"| {words('talk.keys.keys')} | {words('talk.keys.does')} |", "| --- | --- |"]
    rows += [
        f"| {words('talk.keys.comma').join(face(key) for key in row.keys)} | {words(row.words)} |"
        for row in KEYS
    ]
    return "\n".join(rows) + "\n"
