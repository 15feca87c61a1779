"""Questions without a file are on the disk from the moment they are noted, and told once."""

from __future__ import annotations

import os
import stat
import time
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from viewer.i18n import load
from viewer.present.records.question_autosave import (
    KEPT_DAYS,
    QuestionAutosave,
    left_behind,
    leftover_notice,
)
from viewer.present.records.question_log import Leaving
from viewer.talk import Question, Talk

NOON = datetime(2021, 3, 4, 12, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


def leaving(talk: Talk, folder: Path, asked: str = "") -> Leaving:
    return Leaving(talk, load("zh_CN"), lambda *_: asked, folder)


def note(kept: Leaving, text: str, when: datetime = NOON) -> None:
    kept.take((*kept.questions, Question(when, "", text, 1)))


def test_a_question_without_a_file_is_on_the_disk_at_once(room, folder: Path) -> None:
    kept = leaving(room.talk, folder)
    note(kept, "为什么？")
    note(kept, "从哪里来？")
    (file,) = folder.iterdir()
    text = file.read_text("utf-8")
    assert "为什么？" in text
    assert "从哪里来？" in text


def test_what_is_saved_where_the_presenter_wants_it_is_kept_nowhere_else(room, folder, tmp_path):
    kept = leaving(room.talk, folder, str(tmp_path / "mine.txt"))
    note(kept, "为什么？")
    kept.choose(None)
    assert list(folder.iterdir()) == []
    assert "为什么？" in (tmp_path / "mine.txt").read_text("utf-8")


def test_a_file_that_cannot_be_written_leaves_the_question_kept(room, folder, tmp_path):
    kept = leaving(room.talk, folder, str(tmp_path / "nowhere" / "mine.txt"))
    kept.choose(None)
    note(kept, "为什么？")
    (file,) = folder.iterdir()
    assert "为什么？" in file.read_text("utf-8")


def test_the_files_of_two_meetings_have_names_of_their_own(room, folder: Path) -> None:
    names: list[str] = []

    def ask(parent: object, words: object, title: str, name: str) -> str:
        names.append(name)
        return ""

    for day in (4, 5):
        kept = Leaving(room.talk, load("zh_CN"), ask, folder, partial(NOON.replace, day=day))
        kept.choose(None)
        kept.save_times(None, "一")
    assert names[0] == "现场提问 2021-03-04.txt"
    assert len(set(names)) == 4


def test_the_next_start_tells_of_it_once_and_keeps_it(room, folder: Path) -> None:
    assert left_behind(folder) == ()
    note(leaving(room.talk, folder), "为什么？")
    (left,) = left_behind(folder)
    assert "为什么？" in left.read_text("utf-8")
    assert left_behind(folder) == ()
    assert left.exists()


def test_one_file_is_named_and_of_several_their_folder_and_the_latest(room, folder: Path) -> None:
    words = load("zh_CN")
    assert leftover_notice(folder) is None
    note(leaving(room.talk, folder), "为什么？")
    one = leftover_notice(folder)
    assert one is not None and str(folder) in words.of_error(one)
    for hour in (13, 14):
        note(leaving(room.talk, folder), "为什么？", NOON.replace(hour=hour))
    several = leftover_notice(folder)
    assert several is not None
    said = words.of_error(several)
    assert "2 次" in said and "questions-20210304-143000.txt" in said


def test_a_place_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("a file in the place of its folder")
    kept = QuestionAutosave(place / "state")
    kept.keep(NOON, "为什么？")
    kept.forget()
    assert left_behind(place) == ()


def test_a_talk_that_is_running_is_not_told_of_and_keeps_its_file(room, folder: Path) -> None:
    running = leaving(room.talk, folder)
    note(running, "为什么？")
    note(running, "从哪里来？")
    assert left_behind(folder) == ()
    note(running, "到哪里去？")
    (file,) = folder.iterdir()
    assert "到哪里去？" in file.read_text("utf-8")


def test_two_talks_of_one_second_keep_a_file_each(room, folder: Path) -> None:
    talks = [leaving(room.talk, folder) for _ in range(2)]
    for talk, question in zip(talks, ("为什么？", "从哪里来？"), strict=True):
        note(talk, question)
    texts = [file.read_text("utf-8") for file in sorted(folder.iterdir())]
    assert len(texts) == 2
    assert sum("为什么？" in text for text in texts) == 1


def test_what_was_told_of_goes_after_its_days(room, folder: Path) -> None:
    note(leaving(room.talk, folder), "为什么？")
    (told,) = left_behind(folder)
    for days, there in ((KEPT_DAYS - 1, True), (KEPT_DAYS + 1, False)):
        long_ago = time.time() - days * 86_400
        os.utime(told, (long_ago, long_ago))
        left_behind(folder)
        assert told.exists() == there


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_the_words_of_the_room_are_the_presenters_alone(room, folder: Path) -> None:
    talk = leaving(room.talk, folder)
    note(talk, "为什么？")
    (file,) = folder.iterdir()
    assert [stat.S_IMODE(one.stat().st_mode) for one in (file, folder)] == [0o600, 0o700]
