"""The table of faults: every place of the program that reaches the disk, and who goes there.

The census finds the places in the source; a place without a row fails the tests.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.faults import deeds
from tests.faults.census import Touch
from tests.faults.deeds import Deed, command


@dataclass(frozen=True, slots=True)
class Row:
    """One function: the calls in it as the census names them, and the deeds that lead there.

    `silent` are the calls whose failure the program does without, saying nothing; every other
    failure is told.
    """

    file: str
    function: str
    calls: str
    deeds: tuple[Deed, ...]
    silent: str = ""

    @property
    def place(self) -> str:
        return f"{self.file}:{self.function}"

    @property
    def touches(self) -> frozenset[Touch]:
        return frozenset(Touch(self.file, self.function, call) for call in self.calls.split())


CHECK = command("check", "IN")
EXPORT = command("export", "IN", "-o", "OUT", "--to", "csv", "--overwrite")
DECK = command("export", "IN", "-o", "OUT", "--to", "pptx", "--overwrite")
PAGE = command("export", "IN", "-o", "OUT", "--to", "html", "--overwrite")
WORD_DRAFT = command("draft", "REPORT", "-o", "OUT", "--force")
DRAFT_AGAIN = command("draft", "REPORT", "-o", "OUT", "--update", "IN", "--force")
WINDOW = (deeds.opened_in_window,)
INSTALL, UNINSTALL = deeds.desktop_installed, deeds.desktop_removed
EITHER = (EXPORT, deeds.table_exported)
STATUS = (
    *EITHER,
    WORD_DRAFT,
    DRAFT_AGAIN,
    deeds.pictures_put,
    deeds.settings_broken,
    deeds.device_written,
)

DOOR, ATOMIC = "datafile/file_io.py", "settings/atomic.py"
SETTINGS, TROUBLE = "settings/settings.py", "window/help/error_dialog.py"

ROWS: tuple[Row, ...] = (
    Row(DOOR, "_open", "os.open", (CHECK, *WINDOW)),
    Row(DOOR, "_Source.read", "os.fstat open read", (CHECK, *WINDOW)),
    Row(DOOR, "_Source.__exit__", "os.close", (CHECK, *WINDOW)),
    Row("commands/arguments.py", "Arguments.__init__", "", (CHECK,), silent="stat"),  # argparse
    Row("resources.py", "_root", "exists", (CHECK,), silent="stat"),
    Row("resources.py", "bundle_folder", "isfile", (deeds.doctored,), silent="stat"),
    Row("settings/folder.py", "portable_folder", "isdir", (deeds.portable,), silent="stat"),
    Row("resources.py", "_text", "read_text", (PAGE, command("schema"))),
    Row("draft/readers/conversion.py", "_write", "write_bytes", (deeds.old_word_converted,)),
    Row("commands/install_desktop.py", "install", "mkdir", (INSTALL,)),
    Row("commands/install_desktop.py", "uninstall", "unlink", (UNINSTALL,)),
    Row("commands/install_desktop.py", "draw_icons", "is_file", (INSTALL,), silent="stat"),
    Row(
        "commands/install_desktop.py", "_contains_file", "glob", (UNINSTALL,), silent="scandir stat"
    ),
    Row("commands/install_desktop.py", "_remove", "unlink", (UNINSTALL,), silent="unlink"),
    Row("commands/install_desktop.py", "remove_databases", "rmdir", (UNINSTALL,), silent="rmdir"),
    Row("platform/libraries.py", "_order", "read_text", (deeds.bundle_loaded,), silent="open read"),
    Row("commands/install_desktop.py", "remove_empty_folders", "rmdir", (UNINSTALL,), silent="*"),
    Row("commands/install_desktop.py", "launcher", "os.access", (INSTALL,), silent="access"),
    Row("export/command.py", "_refuse", "samefile", (EXPORT,)),
    Row("export/pptx/blank_deck.py", "_default", "", (deeds.deck_begun,), silent="stat"),
    Row("export/save.py", "_make_folder", "mkdir", (deeds.pictures_exported,)),
    Row("export/context.py", "_modified", "stat", EITHER, silent="stat"),
    Row(
        "export/html/faces.py",
        "_rule",
        "read_bytes",
        (deeds.faces_brought_along,),
        silent="open read",
    ),
    Row(ATOMIC, "atomic_write", "realpath os.access", EITHER, silent="lstat"),
    Row("settings/path_status.py", "mode_at", "stat", STATUS),
    Row("settings/path_status.py", "is_same_file", "samefile", (WORD_DRAFT, DRAFT_AGAIN)),
    Row(ATOMIC, "_pour", "os.open", (deeds.device_written,)),
    Row(ATOMIC, "read_plain", "open read", (DRAFT_AGAIN, deeds.settings_saved)),
    Row(ATOMIC, "rename", "replace", EITHER),
    Row(ATOMIC, "close_quietly", "os.close", EITHER, silent="close"),
    Row(ATOMIC, "_new_part", "os.open os.fstat", EITHER),
    Row(ATOMIC, "_fill", "os.write os.fsync os.fchmod", EITHER),
    Row(ATOMIC, "locked_folder", "os.open os.close", (deeds.settings_saved,)),
    Row(
        ATOMIC,
        "private_folder",
        "mkdir stat chmod",
        (deeds.settings_opened,),
        silent="chmod mkdir stat",  # one that is there; where there is none, see test_injected
    ),
    Row(ATOMIC, "private_opener", "os.open os.fstat os.fchmod", (deeds.logged,), silent="*"),
    Row(
        ATOMIC,
        "opened_plain",
        "os.open os.fstat os.close",
        (deeds.litter_removed, deeds.questions_kept),
        silent="*",
    ),
    Row(ATOMIC, "_sync_folder", "os.open os.fsync os.close", EITHER, silent="open fsync close"),
    Row(ATOMIC, "remove_litter", "glob", EITHER, silent="scandir stat"),
    Row(
        ATOMIC,
        "_remove_unless_locked",
        "unlink",
        (deeds.litter_removed,),
        silent="unlink",
    ),
    Row(SETTINGS, "read_settings", "", (deeds.settings_saved,)),
    Row(SETTINGS, "_quarantine", "replace", (deeds.settings_broken,)),
    Row("i18n/messages.py", "_catalogue", "open", (CHECK, deeds.words_loaded, deeds.doctored)),
    Row("platform/versions.py", "installed_version", "", (deeds.parts_looked_for,), silent="*"),
    Row("platform/versions.py", "_text", "read_text", (deeds.versions_read,), silent="open read"),
    Row(
        "rendering/faces.py",
        "load_bundled_faces",
        "glob",
        (deeds.faces_loaded,),
        silent="scandir stat",
    ),
    Row(
        "present/records/question_autosave.py",
        "QuestionAutosave.forget",
        "unlink",
        (deeds.questions_kept,),
        silent="unlink",
    ),
    Row(
        "present/records/question_autosave.py",
        "left_behind",
        "glob",
        (deeds.questions_kept,),
        silent="scandir stat",
    ),
    Row(
        "present/records/question_autosave.py",
        "_claimed",
        "rename os.utime",
        (deeds.questions_kept,),
        silent="rename utime",
    ),
    Row(
        "present/records/question_autosave.py",
        "_remove_old",
        "glob stat unlink",
        (deeds.questions_kept,),
        silent="scandir stat unlink",
    ),
    Row(
        "present/records/state_files.py",
        "StateFile.remove",
        "unlink",
        (deeds.talk_marked,),
        silent="unlink",
    ),
    Row("cli.py", "_drop_output", "os.open", (deeds.output_dropped,), silent="open"),
    Row("loading.py", "mark_of", "stat", (deeds.followed, deeds.watched), silent="stat"),
    Row(TROUBLE, "ErrorReporter._log", "stat open", (deeds.logged,), silent="*"),
    Row(TROUBLE, "ErrorReporter.watch_for_crashes", "open", (deeds.logged,), silent="*"),
    Row(TROUBLE, "_forget_crash", "open", (deeds.logged,), silent="*"),
)

ELSEWHERE: tuple[tuple[Touch, str], ...] = (
    *(
        (
            Touch("expressions.py", "_read", call),
            "what cannot be read is compiled, see tests/test_expressions.py",
        )
        for call in ("open", "read")
    ),
    (
        Touch("draft/readers/conversion.py", "to_docx", "TemporaryDirectory"),
        "Python tries every folder for such files before it fails",
    ),
    (Touch("draft/readers/ofd.py", "_Package._part", "read"), "of an archive in memory"),
    (Touch(ATOMIC, "_new_part", "os.close"), "only after a race, see tests/settings"),
    (Touch("present/displays/sleep_inhibitor.py", "_X11.let_go", "os.write"), "a pipe"),
    (Touch("present/displays/sleep_inhibitor.py", "_X11.let_go", "os.close"), "a pipe"),
    (Touch("present/displays/sleep_inhibitor.py", "_at_our_end", "os.close"), "a pipe"),
    (Touch(ATOMIC, "_replace", "os.open"), "on Windows"),
    (Touch(ATOMIC, "_replace", "os.close"), "on Windows"),
    (
        Touch("present/records/question_autosave.py", "_claimed", "os.utime"),
        "a date is not worth a word",
    ),
    (Touch(ATOMIC, "_discard", "unlink"), "only after another fault"),
    (Touch(ATOMIC, "private_opener", "os.close"), "only of a pipe, see tests/settings"),
    (Touch("desktop.py", "make_application", "QIcon"), "Qt goes on without the picture"),
    (Touch("rendering/icons.py", "main", "QIcon"), "Qt goes on without the picture"),
    (Touch("rendering/icons.py", "main", "mkdir"), "in a process whose end is not asked"),
    (Touch("rendering/faces.py", "load_bundled_faces", "addApplicationFont"), "Qt says -1"),
    (Touch("window/shutdown.py", "Ending._on_signal", "os.read"), "a pipe of the process"),
    (Touch("window/shutdown.py", "Watchdog.stop", "os.close"), "a pipe of the process"),
    (Touch("window/shutdown.py", "Watchdog._watch", "os.write"), "a pipe of the process"),
    (Touch("window/shutdown.py", "Watchdog._watch", "os.close"), "a pipe of the process"),
    (Touch("window/shutdown.py", "Watchdog._next", "os.read"), "a pipe of the process"),
    (Touch("window/shutdown.py", "Ending.stop", "os.close"), "a pipe of the process"),
    (Touch("resources.py", "", "resolve"), "never fails"),
    (Touch("app.py", "channel_is_there", "exists"), "says no of a disk that fails"),
    (Touch("platform/libraries.py", "load_bundled", "isfile"), "says no of a disk that fails"),
    (Touch("platform/libraries.py", "load_bundled", "exists"), "says no of a disk that fails"),
    (Touch("settings/file_memory.py", "can_be_opened", "isfile"), "says no of a disk that fails"),
    (Touch("window/editing/edit_controller.py", "Editing._current", "resolve"), "never fails"),
    (Touch("startup/handing_over.py", "_message", "resolve"), "never fails"),
    (Touch("startup/single_instance.py", "Answering.answer", "resolve"), "never fails"),
    (Touch("platform/input_method.py", "plugins", "is_dir"), "before Qt: no plugin is found"),
    (Touch("platform/input_method.py", "plugins", "iterdir"), "before Qt: no plugin is found"),
    (Touch("export/reproducible_zip.py", "repack", "read"), "bytes in memory"),
    (Touch("datafile/file_io.py", "_read", "read"), "is _Source.read"),
    (Touch("datafile/file_io.py", "read_head", "read"), "is _Source.read"),
    (Touch("datafile/file_io.py", "read_stream", "read"), "standard input, see tests/datafile"),
    (Touch("datafile/records.py", "read_record", "read"), "a row of a table"),
    (Touch(SETTINGS, "Settings.put", "read"), "a row of a table"),
    (Touch(SETTINGS, "_value", "read"), "a row of a table"),
)
"""Calls that no fault is aimed at, each with why."""

PROCESSES = frozenset(
    {
        "commands/child.py:ask_python",
        "commands/doctor.py:_system",
    }
)
"""Places where another process is asked: what they read and write are pipes to it."""
