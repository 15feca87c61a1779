from pathlib import Path

import pytest

from viewer.model import Place
from viewer.window.editing.external_editor import EDITORS, command_for, offered, split_command

FILE, PLACE = Path("/reports/{line} 年报.yaml"), Place(12, 5)


def installed(*names):
    return lambda name: f"/usr/bin/{name}" if Path(name).name in names else None


def test_the_authors_own_editor_comes_first_with_its_words():
    command = command_for(FILE, PLACE, {"VISUAL": "code --wait"}, installed("code", "kate"))
    assert command == ("code", "--wait", "--goto", f"{FILE}:12:5")


def test_visual_is_asked_before_editor_and_a_missing_program_is_passed_over():
    given = {"VISUAL": "missing", "EDITOR": "gedit"}
    assert command_for(FILE, PLACE, given, installed("gedit")) == ("gedit", "+12:5", str(FILE))


def test_an_editor_of_the_terminal_gets_one():
    command = command_for(FILE, PLACE, {"EDITOR": "vim"}, installed("vim", "xterm"))
    assert command == ("xterm", "-e", "vim", "+12", str(FILE))


def test_without_a_terminal_an_editor_with_a_window_is_taken():
    command = command_for(FILE, PLACE, {"EDITOR": "nano"}, installed("nano", "kate"))
    assert command == ("kate", "-l", "12", "-c", "5", str(FILE))


def test_an_editor_that_is_not_known_gets_the_file_alone():
    assert command_for(FILE, PLACE, {"EDITOR": "myedit -x"}, installed("myedit")) == (
        "myedit",
        "-x",
        str(FILE),
    )


@pytest.mark.parametrize("asked", ["", "'open", "nano"])
def test_where_nothing_is_installed_there_is_no_command(asked):
    assert command_for(FILE, PLACE, {"EDITOR": asked}, installed()) == ()


@pytest.mark.parametrize(
    "asked", ["libreoffice --writer", "/opt/wps/wps", "xdg-open", "WINWORD.EXE"]
)
def test_a_word_processor_is_never_taken_whatever_is_asked(asked):
    there = installed("libreoffice", "wps", "xdg-open", "WINWORD.EXE", "kate")
    command = command_for(FILE, PLACE, {"VISUAL": asked, "EDITOR": asked}, there)
    assert command == ("kate", "-l", "12", "-c", "5", str(FILE))
    assert command_for(FILE, PLACE, {"VISUAL": asked}, installed(Path(asked.split()[0]).name)) == ()


def test_an_editor_of_the_terminal_is_taken_where_none_has_a_window():
    command = command_for(FILE, PLACE, {}, installed("nano", "xterm"))
    assert command == ("xterm", "-e", "nano", "+12,5", str(FILE))


def test_notepad_opens_at_the_line_and_column():
    command = command_for(FILE, PLACE, {}, installed("notepad++"))
    assert command == ("notepad++", "-n12", "-c5", str(FILE))


def test_the_editors_of_this_machine_are_offered_with_their_words_for_a_line():
    which = {"kate": "/usr/bin/kate", "vim": "/usr/bin/vim"}.get
    assert offered(which) == ("kate -l {line} -c {column} {file}",)
    with_terminal = {"vim": "/usr/bin/vim", "xterm": "/usr/bin/xterm"}.get
    assert offered(with_terminal) == ("vim +{line} {file}",)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("tilde --at={line} {file}", ("tilde", "--at=7", "a b.yaml")),
        ("vim +{line} {file}", ("xterm", "-e", "vim", "+7", "a b.yaml")),
        ("soffice {file}", ()),
    ],
)
def test_a_command_with_fields_is_filled_in(asked, words):
    here = {"tilde", "vim", "xterm", "soffice"}
    which = {name: name for name in here}.get if words else {"soffice": "soffice"}.get
    assert command_for(Path("a b.yaml"), Place(7, 2), {"VISUAL": asked}, which) == words


def test_no_editor_stands_in_the_table_twice():
    names = [one.program for one in EDITORS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("system", "command", "words"),
    [
        ("linux", "'/opt/my editor/e' -w", ["/opt/my editor/e", "-w"]),
        ("win32", r'"C:\Program Files\Notepad++\notepad++.exe" -x', None),
        ("win32", r"C:\tools\new.exe", [r"C:\tools\new.exe"]),
        ("win32", '"open', []),
    ],
)
def test_a_command_is_parted_as_its_system_does(system, command, words):
    words = words if words is not None else [r"C:\Program Files\Notepad++\notepad++.exe", "-x"]
    assert split_command(command, system) == words
