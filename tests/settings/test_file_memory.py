"""What is remembered of each file, written down and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.settings import load_settings
from viewer.settings.file_memory import Bookmark, FileMemory, ReadingPlace, can_be_opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def memory(file: Path) -> FileMemory:
    return FileMemory(load_settings(file))


def test_a_place_title_and_bookmarks_are_there_at_the_next_start(file: Path) -> None:
    settings, path = load_settings(file), Path("/r/a.yaml")
    memory, place = FileMemory(settings), ReadingPlace("wells", 120, "wells", 7.5, 1.25)
    memory.note_place(path, "water", place)
    memory.note_title(path, "Wells of the district")
    memory.note_bookmarks(path, (Bookmark("water"), Bookmark("water", "wells")))
    assert settings.save() is None
    again = FileMemory(load_settings(file))
    assert again.place(path) == place
    assert again.title(path) == "Wells of the district"
    assert again.bookmarks(path) == (Bookmark("water"), Bookmark("water", "wells"))
    assert load_settings(file).section_of(path) == "water"


def test_of_a_file_that_was_never_open_nothing_is_known(memory: FileMemory) -> None:
    path = Path("/r/new.yaml")
    assert (memory.place(path), memory.title(path), memory.bookmarks(path)) == (
        ReadingPlace(),
        "",
        (),
    )


@pytest.mark.parametrize("said", ["[1]", "{", "[" * 9_000, '{"top": -1, "figure": 4, "marks": 3}'])
def test_an_entry_that_is_damaged_counts_as_none(file: Path, said: str) -> None:
    settings = load_settings(file)
    settings.put_entry("places", "/r/a.yaml", said)
    settings.put_entry("bookmarks", "/r/a.yaml", said)
    memory = FileMemory(settings)
    assert memory.place(Path("/r/a.yaml")) == ReadingPlace()
    assert memory.bookmarks(Path("/r/a.yaml")) == ()


def test_pinned_files_come_first_and_outlive_a_clearing(file: Path) -> None:
    settings = load_settings(file)
    memory = FileMemory(settings)
    for name in ("a", "b", "c"):
        settings.remember_file(Path(f"/r/{name}"))
        memory.note_title(Path(f"/r/{name}"), name)
    memory.pin(Path("/r/a"), True)
    assert [path.name for path in memory.recent()] == ["a", "c", "b"]
    assert memory.is_pinned(Path("/r/a"))
    memory.clear()
    assert [path.name for path in memory.recent()] == ["a"]
    assert (memory.title(Path("/r/a")), memory.title(Path("/r/b"))) == ("a", "")
    memory.pin(Path("/r/a"), False)
    assert not memory.is_pinned(Path("/r/a"))


def test_what_was_forgotten_does_not_come_back_from_the_disk(file: Path) -> None:
    settings = load_settings(file)
    settings.remember_file(Path("/r/a"))
    settings.remember_file(Path("/r/b"))
    FileMemory(settings).note_place(Path("/r/a"), "s", ReadingPlace(top=4))
    assert settings.save() is None
    FileMemory(settings).forget(Path("/r/a"))
    settings.remember_file(Path("/r/c"))
    assert settings.save() is None
    again = load_settings(file)
    assert [path.name for path in again.recent()] == ["c", "b"]
    assert FileMemory(again).place(Path("/r/a")) == ReadingPlace()


def test_nothing_is_remembered_by_who_asked_for_that(file: Path) -> None:
    settings = load_settings(file)
    settings.put("remember", False)
    memory = FileMemory(settings)
    settings.remember_file(Path("/r/a"))
    memory.note_title(Path("/r/a"), "A")
    memory.note_place(Path("/r/a"), "s", ReadingPlace(top=4))
    assert settings.recent() == ()
    assert (memory.title(Path("/r/a")), memory.place(Path("/r/a"))) == ("", ReadingPlace())


def test_a_file_can_be_opened_and_a_folder_or_nothing_cannot(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert not can_be_opened(path)
    path.write_text("", "utf-8")
    assert can_be_opened(path)
    assert not can_be_opened(tmp_path)
