"""The letters that choose an entry of a menu: one table for all languages is the entries' ids."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase


def with_mnemonics(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The texts of one menu's entries (id, text) with a letter each, no letter twice if possible.

    A text in Latin letters gets its own: the initial of a word if it is free, else any letter.
    A Chinese one gets a letter of its id behind it, as desktops do: 打开(&O)…; so does one whose
    own letters are all taken.
    """
    taken: set[str] = set()
    marked: dict[str, str] = {}
    for name, text in entries:
        plain = text.replace("&", "&&")
        own = _latin(text)
        letter = _free(text if own else name, taken)
        taken.add(letter)
        if not letter:
            marked[name] = plain
        elif own and letter in plain.lower():
            at = _place(plain, letter)
            marked[name] = f"{plain[:at]}&{plain[at:]}"
        else:
            body, dots = (plain[:-1], "…") if plain.endswith("…") else (plain, "")
            marked[name] = f"{body}(&{letter.upper()}){dots}"
    return marked


def _latin(text: str) -> bool:
    return text[:1].isascii() and text[:1].isalpha()


def _free(text: str, taken: set[str]) -> str:
    """The first letter of a word that no other entry has, else any free letter of the text, else
    any of the alphabet; "" for none."""
    words = text.replace("-", " ").replace("_", " ").lower().split()
    letters = [word[0] for word in words] + list("".join(words))
    usable = (one for one in (*letters, *ascii_lowercase) if one.isascii() and one.isalpha())
    return next((one for one in usable if one not in taken), "")


def _place(text: str, letter: str) -> int:
    """Where the letter stands, at the beginning of a word if it stands at one."""
    lowered = text.lower()
    starts = (at for at in range(len(lowered)) if at == 0 or lowered[at - 1] == " ")
    first = next((at for at in starts if lowered[at] == letter), -1)
    return first if first >= 0 else lowered.index(letter)
