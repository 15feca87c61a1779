import os
from itertools import islice

from viewer.commands.watch import saves


def seen(path, steps):
    """After which of the steps, one before each look, a save was told."""
    told = []
    steps = iter(enumerate(steps))
    at = -1

    class EndError(Exception):
        pass

    def sleep(_):
        nonlocal at
        try:
            at, step = next(steps)
        except StopIteration:
            raise EndError from None
        if step:
            step()

    try:
        for _ in islice(saves([str(path)], sleep), 20):
            told.append(at)
    except EndError:
        pass
    return told


def test_a_save_is_told_once_it_stands_still(tmp_path):
    path = tmp_path / "a"
    path.write_text("1")
    assert seen(path, [None, None, lambda: path.write_text("22"), None, None]) == [3]


def test_a_file_written_in_pieces_is_told_once(tmp_path):
    path = tmp_path / "a"
    path.write_text("1")
    pieces = [lambda n=n: path.write_text("x" * n) for n in (2, 3, 4)]
    assert seen(path, [*pieces, None, None]) == [3]


def test_a_touched_file_with_the_same_content_is_not_told(tmp_path):
    path = tmp_path / "a"
    path.write_text("1")
    assert seen(path, [lambda: os.utime(path, (1, 1)), None, None]) == []


def test_a_replaced_file_is_told_and_so_is_one_that_goes_away_and_comes_back(tmp_path):
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_text("1")

    def replace():
        other.write_text("2")
        other.replace(path)

    assert seen(path, [replace, None, path.unlink, None, replace, None]) == [1, 3, 5]


def test_a_save_between_the_call_and_the_first_look_is_told(tmp_path):
    path = tmp_path / "a"
    path.write_text("1")
    watched = saves([str(path)], lambda _: None)
    path.write_text("22")
    assert next(watched) is None


def test_a_folder_that_goes_and_comes_back_with_the_same_file_is_two_changes(tmp_path):
    folder = tmp_path / "far"
    folder.mkdir()
    path, away = folder / "a", tmp_path / "away"
    path.write_text("1")
    steps = [lambda: folder.rename(away), None, lambda: away.rename(folder), None, None]
    assert seen(path, steps) == [1, 3]
