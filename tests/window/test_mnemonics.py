"""Every entry of every menu has a letter, and no two of a menu the same."""

import re

import pytest

from viewer.i18n import load
from viewer.window.actions import ACTIONS, MENUS
from viewer.window.mnemonics import with_mnemonics


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_two_entries_of_a_menu_share_a_letter(language: str) -> None:
    words = load(language)
    menus = [[(name, words(f"menu.{name}")) for name in MENUS]]
    menus += [[(r.id, words(f"action.{r.id}")) for r in ACTIONS if r.menu == m] for m in MENUS]
    for menu in menus:
        letters = [re.findall("&([A-Za-z])", text) for text in with_mnemonics(menu).values()]
        assert all(len(found) == 1 for found in letters), menu
        assert len({found[0].lower() for found in letters}) == len(menu)


@pytest.mark.parametrize(
    ("entries", "marked"),
    [
        ((("open", "打开…"), ("other", "其他")), ["打开(&O)…", "其他(&T)"]),
        ((("a", "Open…"), ("b", "Other one")), ["&Open…", "O&ther one"]),
        ((("a", "Copy & go"),), ["&Copy && go"]),
        ((("a", "一"), ("b", "二"), ("a", "三")), ["三(&C)", "二(&B)"]),
    ],
)
def test_letters_stand_where_a_desktop_puts_them(entries, marked) -> None:
    assert list(with_mnemonics(entries).values()) == marked
