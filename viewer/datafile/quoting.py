"""How a text stands in a data file: plain where it can, quoted where it must, in a block if long.

Whatever is written reads back as the same characters.
"""

from __future__ import annotations

import re

from viewer.datafile.characters import first_bad

_FIRST = "-?:,[]{}#&*!|>'\"%@`=~ "
_GUESSED = (
    r"(?i:y|n|yes|no|on|off|true|false|null|~|<<)|[-+.]?[0-9][0-9_.,:eExXoO+-]*|[-+]?\.(?i:inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)
"""What other readers of YAML would not take for text."""
_NEEDS_ESCAPE = '[\x00-\x1f\x7f-\x9f"\\\\\u2028\u2029\ufeff]'
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def inline(text: str, guessed: bool = False, flow: bool = False) -> str:
    """A text on the line of its key. `guessed` lets it stand plain though it looks like a number
    or a yes; `flow` says that it stands inside brackets.
    """
    if _plain(text, flow) and (guessed or not re.fullmatch(_GUESSED, text)):
        return text
    if not _escaped(text):
        return "'{}'".format(text.replace("'", "''")) if '"' in text else f'"{_doubled(text)}"'
    return f'"{_doubled(text)}"'


def block(text: str, indent: int) -> str | None:
    """A text of lines as a literal block after its key, indented by `indent`; None if it cannot be.

    No line break at the end of a text survives a block, so there must be none.
    """
    if (
        not text.strip()
        or text.endswith("\n")
        or _escaped(text.replace("\n", "").replace("\t", ""))
    ):
        return None
    hint = "2" if text[0] in " \t\n" else ""
    pad = " " * indent
    lines = (pad + line if line else "" for line in text.split("\n"))
    return f"|{hint}\n" + "\n".join(lines)


def _plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or _escaped(text):
        return False
    negative = len(text) > 1 and text[0] == "-" and text[1].isdigit()
    if text[0] in _FIRST and not negative:
        return False
    if ": " in text or " #" in text or text.endswith(":") or "\t" in text:
        return False
    return not (flow and any(c in ",[]{}:#?" for c in text))


def _escaped(text: str) -> bool:
    return any(c in "\n\r\t\ufeff" for c in text) or bool(first_bad(text))


def _doubled(text: str) -> str:
    return re.sub(_NEEDS_ESCAPE, lambda found: _escape(found.group()), text)


def _escape(character: str) -> str:
    return _NAMED.get(character) or f"\\u{ord(character):04x}"
