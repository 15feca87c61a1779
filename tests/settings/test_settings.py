import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from viewer.settings import SETTINGS, Settings, load_settings
from viewer.settings import settings as settings_module
from viewer.settings.settings import LARGEST, ROWS
from viewer.settings.table import PERSONAL, RECENT, SECTIONS


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "settings.json"


def written(file: Path, text: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_without_a_file_everything_stands_at_its_default(file: Path) -> None:
    settings = load_settings(file)
    assert (settings.text("theme"), settings.number("zoom")) == ("system", 1.0)
    assert settings.notice is None
    assert not file.exists()


def test_what_is_put_is_there_at_the_next_start(file: Path) -> None:
    settings = load_settings(file)
    settings.put("theme", "dark")
    settings.put("zoom", 1.25)
    settings.put("table", True)
    settings.put("split", (240, 700, 500))
    assert settings.save() is None
    again = load_settings(file)
    assert again.text("theme") == "dark"
    assert again.number("zoom") == 1.25
    assert again.flag("table")
    assert again.numbers("split") == (240, 700, 500)


def test_nothing_is_written_when_nothing_changed(file: Path) -> None:
    settings = load_settings(file)
    settings.put("theme", "system")
    assert settings.save() is None
    assert not file.exists()


def test_keys_of_another_version_are_kept(file: Path) -> None:
    settings = load_settings(written(file, '{"future": [1, {"a": "字"}], "zoom": 2}'))
    settings.put("theme", "light")
    settings.save()
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept == {"future": [1, {"a": "字"}], "zoom": 2, "theme": "light"}


def test_two_windows_keep_each_others_changes(file: Path, tmp_path: Path) -> None:
    one, two = load_settings(file), load_settings(file)
    one.put("theme", "dark")
    one.remember_file(tmp_path / "a.yaml")
    one.remember_section(tmp_path / "a.yaml", "first")
    one.save()
    two.put("zoom", 1.5)
    two.remember_file(tmp_path / "b.yaml")
    two.remember_section(tmp_path / "b.yaml", "second")
    two.save()
    both = load_settings(file)
    assert (both.text("theme"), both.number("zoom")) == ("dark", 1.5)
    assert [path.name for path in both.recent()] == ["b.yaml", "a.yaml"]
    assert both.section_of(tmp_path / "a.yaml") == "first"
    assert both.section_of(tmp_path / "b.yaml") == "second"


@pytest.mark.parametrize(
    "broken",
    ["", "{", "[1]", "null", b"\xff\xfe{\x00", "[" * 100_000, '{"zoom": ' + "9" * 5_000 + "}"],
    ids=["empty", "half", "list", "null", "utf-16", "deep", "huge number"],
)
def test_a_broken_file_is_set_aside_and_said(file: Path, broken: str | bytes) -> None:
    before = written(file, broken).read_bytes()
    settings = load_settings(file)
    assert settings.number("zoom") == 1.0
    assert settings.notice is not None
    assert settings.notice.code == "settings-broken"
    aside = file.with_name("settings.json.broken-1")
    assert settings.notice.params["aside"] == str(aside)
    assert aside.read_bytes() == before
    settings.put("zoom", 2.0)
    assert settings.save() is None
    assert load_settings(file).number("zoom") == 2.0


def test_a_file_that_is_too_large_is_set_aside(file: Path) -> None:
    notice = load_settings(written(file, b" " * (LARGEST + 1))).notice
    assert notice is not None
    assert notice.code == "settings-broken"


def test_each_broken_file_is_kept_under_a_number_of_its_own(file: Path) -> None:
    for text in ("{1", "{2"):
        load_settings(written(file, text))
    kept = sorted(file.parent.glob("*.broken-*"))
    assert [path.read_text() for path in kept] == ["{1", "{2"]


def test_after_ninety_nine_broken_files_the_last_is_replaced(file: Path) -> None:
    for n in range(1, 100):
        written(file, "old").rename(file.with_name(f"settings.json.broken-{n}"))
    load_settings(written(file, "{new"))
    assert file.with_name("settings.json.broken-99").read_text() == "{new"
    assert len(list(file.parent.iterdir())) == 99


def test_a_file_that_cannot_be_read_is_left_alone(file: Path) -> None:
    file.mkdir(parents=True)  # a folder in its place: cannot be read, and must not be replaced
    settings = load_settings(file)
    assert settings.notice is not None
    assert settings.notice.code == "settings-unread"
    settings.put("zoom", 2.0)
    assert settings.save() is None
    assert file.is_dir()


def test_a_broken_file_that_cannot_be_set_aside_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(file, "{")

    def refuse(self: Path, _: Path) -> Path:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    settings = load_settings(file)
    assert settings.notice is not None
    assert settings.notice.code == "settings-unread"
    assert file.read_text() == "{"


def test_a_value_that_its_row_does_not_allow_falls_back_alone(file: Path) -> None:
    raw = {"zoom": 99, "theme": "pink", "table": 1, "split": [1, "b"], "language": "en"}
    settings = load_settings(written(file, json.dumps(raw)))
    assert settings.number("zoom") == 1.0
    assert settings.text("theme") == "system"
    assert not settings.flag("table")
    assert settings.numbers("split") == ()
    assert settings.text("language") == "en"


def test_safe_mode_neither_reads_nor_writes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(file, '{"theme": "dark"}').read_bytes()
    settings = load_settings(file, safe=True)
    assert settings.text("theme") == "system"
    settings.put("theme", "light")
    assert settings.save() is None
    assert file.read_bytes() == before


def test_a_save_that_fails_is_told_and_can_be_tried_again(file: Path) -> None:
    settings = load_settings(file)
    settings.put("zoom", 2.0)
    file.parent.write_bytes(b"a file where the folder should be")
    stop = settings.save()
    assert stop is not None
    assert stop.params["path"] == str(file)
    file.parent.unlink()
    assert settings.save() is None
    assert load_settings(file).number("zoom") == 2.0


def test_a_save_onto_a_full_disk_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(file)
    settings.put("zoom", 2.0)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    stop = settings.save()
    assert stop is not None
    assert stop.code == "write-no-space"


def test_a_file_that_broke_meanwhile_does_not_stop_a_save(file: Path) -> None:
    settings = load_settings(file)
    settings.put("zoom", 2.0)
    written(file, "{")
    assert settings.save() is None
    assert load_settings(file).number("zoom") == 2.0


def test_litter_of_a_killed_save_is_gone_at_the_next_start(file: Path) -> None:
    litter = written(file.with_name(".briefing-123.part"), "half")
    load_settings(file)
    assert not litter.exists()


def test_recent_files_stand_once_latest_first_and_only_ten(file: Path, tmp_path: Path) -> None:
    settings = load_settings(file)
    for n in [*range(14), 12]:
        settings.remember_file(tmp_path / f"{n}.yaml")
    files = [path.stem for path in settings.recent()]
    assert files == ["12", "13", "11", "10", "9", "8", "7", "6", "5", "4"]
    assert len(files) == RECENT


def test_the_sections_of_the_latest_files_are_kept(file: Path, tmp_path: Path) -> None:
    settings = load_settings(file)
    for n in range(SECTIONS + 5):
        settings.remember_section(tmp_path / str(n), f"s{n}")
    assert settings.section_of(tmp_path / "0") == ""
    assert settings.section_of(tmp_path / "5") == "s5"
    settings.save()
    assert load_settings(file).section_of(tmp_path / "204") == "s204"


def test_an_unknown_key_or_a_wrong_value_is_our_bug(file: Path) -> None:
    settings = load_settings(file)
    with pytest.raises(KeyError):
        settings.text("colour")
    with pytest.raises(KeyError):
        settings.put("colour", "red")
    with pytest.raises(ValueError, match="zoom"):
        settings.put("zoom", 99.0)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_a_file_that_stands_twice_in_the_list_is_one(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"recent": ["/b", "/b", "/a"]}', encoding="utf-8")
    assert load_settings(file).recent() == (Path("/b"), Path("/a"))


@examples(20)
@given(st.dictionaries(st.sampled_from(sorted(ROWS)) | st.text(), JSON))
def test_whatever_stands_in_the_file_each_value_is_one_that_its_row_allows(
    raw: dict[str, object],
) -> None:
    settings = Settings(raw, None)
    assert all(row.read(settings._values[row.key]) is not None for row in SETTINGS)


def test_each_key_stands_once_and_its_default_is_allowed() -> None:
    assert len(ROWS) == len(SETTINGS)
    assert all(row.read(row.default) == row.default for row in SETTINGS)


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES])
def test_settings_that_cannot_be_read_are_not_written_over(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    settings = load_settings(written(file, '{"zoom": 2.0, "theme": "dark"}'))
    settings.put("zoom", 3.0)

    def fail(_: Path) -> dict[str, object]:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("viewer.settings.settings.read_settings", fail)
        told = settings.save()
    assert told is not None
    assert told.params["path"] == str(file)
    assert json.loads(file.read_bytes()) == {"zoom": 2.0, "theme": "dark"}
    assert settings.save() is None
    assert json.loads(file.read_bytes()) == {"zoom": 3.0, "theme": "dark"}


SAVER = """
import sys
from pathlib import Path
from viewer.settings import load_settings
file, own = Path(sys.argv[1]), sys.argv[2]
for number in range(25):
    settings = load_settings(file)
    settings.remember_section(Path(f"/{own}-{number}"), "here")
    assert settings.save() is None
"""


@pytest.mark.skipif(os.name == "nt", reason="folders are locked on POSIX")
def test_what_several_processes_save_at_once_is_all_there(file: Path, root: Path) -> None:
    ask = [sys.executable, "-c", SAVER, str(file)]
    savers = [subprocess.Popen([*ask, own], cwd=root) for own in "abc"]
    assert [saver.wait() for saver in savers] == [0, 0, 0]
    held = load_settings(file)
    known = [held.section_of(Path(f"/{own}-{n}")) for own in "abc" for n in range(25)]
    assert known == ["here"] * 75


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_settings_and_their_folder_are_of_their_owner_alone(file: Path) -> None:
    written(file, "{}").chmod(0o644)
    file.parent.chmod(0o755)
    settings = load_settings(file)
    settings.put("zoom", 2.0)
    assert settings.save() is None
    assert [stat.S_IMODE(one.stat().st_mode) for one in (file, file.parent)] == [0o600, 0o700]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_a_pipe_in_the_place_of_the_settings_is_told_and_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    settings = load_settings(file)
    assert settings.notice is not None and settings.notice.code == "settings-unread"


def test_the_theme_of_a_display_is_kept_for_it_alone(file: Path) -> None:
    settings = load_settings(file)
    assert settings.room_theme("HDMI-1") == ""
    settings.remember_room_theme("HDMI-1", "light")
    settings.remember_room_theme("DP-2", "projector")
    settings.remember_room_theme("HDMI-1", "projector")
    settings.remember_room_theme("DP-2", "light")
    settings.save()
    kept = load_settings(file)
    assert (kept.room_theme("HDMI-1"), kept.room_theme("DP-2")) == ("projector", "light")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path) -> Path:
    """A settings file of the machine; `load_settings()` reads it below that of the person."""
    path = tmp_path / "site" / "settings.json"
    monkeypatch.setattr(settings_module, "site_settings_files", lambda: (path,))
    monkeypatch.setattr(settings_module, "settings_file", lambda: file)
    return path


def test_what_a_person_has_not_chosen_is_as_the_site_has_it(file: Path, site: Path) -> None:
    written(site, '{"theme": "contrast", "touch": true}')
    written(file, '{"touch": false}')
    settings = load_settings()
    assert (settings.text("theme"), settings.flag("touch")) == ("contrast", False)


def test_a_reset_goes_back_to_the_site(file: Path, site: Path) -> None:
    written(site, '{"theme": "contrast"}')
    written(file, '{"theme": "dark", "zoom": 2}')
    settings = load_settings()
    settings.reset("theme")
    settings.reset("zoom")
    assert settings.save() is None
    again = load_settings()
    assert (again.text("theme"), again.number("zoom")) == ("contrast", 1.0)


def test_the_site_has_no_say_in_files_places_and_screens(site: Path) -> None:
    assert set(ROWS) >= PERSONAL
    written(site, '{"recent": ["/a"], "display": "HDMI-1", "bookmarks": {"/a": "[]"}}')
    settings = load_settings()
    assert (settings.recent(), settings.text("display")) == ((), "")
    assert not settings.table("bookmarks")


@pytest.mark.parametrize("said", ["{", "[]", '{"theme": "purple"}'])
def test_a_site_file_that_is_no_good_changes_nothing(file: Path, site: Path, said: str) -> None:
    written(site, said)
    settings = load_settings()
    assert (settings.text("theme"), settings.notice) == ("system", None)
    assert site.read_text() == said


def test_a_safe_start_asks_no_site(site: Path) -> None:
    written(site, '{"theme": "contrast"}')
    assert load_settings(safe=True).text("theme") == "system"
