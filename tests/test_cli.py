import importlib
import os
import re
import subprocess
import sys

import pytest

from viewer import __version__, cli
from viewer.i18n import load
from viewer.resources import bundled

SAMPLE = str(bundled("shandong-2020.yaml"))


def start(*argv, **more):
    return subprocess.run(
        [sys.executable, *argv], capture_output=True, check=False, timeout=600, **more
    )


def test_every_command_of_the_table_can_be_loaded_and_is_explained_once():
    names = [row.name for row in cli.COMMANDS]
    assert len(names) == len(set(names))
    for row in cli.COMMANDS:
        module, _, function = row.target.partition(":")
        assert callable(getattr(importlib.import_module(module), function))
        for language in ("zh_CN", "en"):
            assert not load(language)(f"command.{row.name}.about").startswith("command.")


def test_help_names_every_command_in_the_language_asked_for(capsys):
    assert cli.main(["--help", "--language", "en"]) == 0
    told = capsys.readouterr().out
    assert all(f"briefing-viewer {row.name}" in told for row in cli.COMMANDS)
    assert "open a briefing" in told
    assert cli.main(["--language=zh_CN", "-h"]) == 0
    assert "打开简报" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["--present", *(row.name for row in cli.COMMANDS)])
def test_every_argument_is_explained_in_help(command, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help", "--language", "en"])
    assert ended.value.code == 0
    help_ = capsys.readouterr().out
    arguments = re.findall(r"^  (\S.*(?:\n {10,}\S.*)*)", help_, re.MULTILINE)
    assert arguments
    assert [one for one in arguments if not re.search(r"\s{2,}\S", one)] == []
    assert "command." not in help_


def test_the_version_is_said(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"briefing-viewer {__version__}"


def test_without_a_command_the_window_gets_all_arguments(monkeypatch):
    seen = []
    monkeypatch.setattr(
        cli, "_loaded", lambda target: lambda *given: seen.append((target, given)) or 7
    )
    assert cli.main(["a.yaml", "--present", "--language", "en"]) == 7
    assert cli.main([]) == 7
    assert seen == [
        ("viewer.app:run", (["a.yaml", "--present", "--language", "en"],)),
        ("viewer.app:run", ([],)),
    ]


def test_a_command_gets_its_arguments_without_the_language(monkeypatch):
    seen = []
    monkeypatch.setattr(
        cli, "_loaded", lambda _: lambda argv, words: seen.append((argv, words)) or 0
    )
    assert cli.main(["check", "--language", "en", "a", "--json"]) == 0
    assert cli.main(["check", "--language=zh_CN", "--", "--language=b"]) == 0
    (first, english), (second, chinese) = seen
    assert (first, english.language) == (["a", "--json"], "en")
    assert (second, chinese.language) == (["--", "--language=b"], "zh_CN")


def test_arguments_that_are_wrong_are_one_message_and_exit_2(capsys):
    assert cli.main(["check", "--language", "en"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "FILE" in told.err
    assert len(told.err.splitlines()) == 1
    assert "Traceback" not in told.err


def test_output_is_utf_8_where_the_locale_is_another():
    env = {**os.environ, "LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    done = start("-m", "viewer.cli", "check", SAMPLE, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "43 / 43 个数字与原文一致" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="POSIX only")
def test_a_reader_that_has_seen_enough_is_no_error_to_speak_of():
    line = f"'{sys.executable}' -m viewer.cli schema --language en"
    done = subprocess.run(
        ["sh", "-c", f"{line} | true; {line} | head -1"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == b"{\n"
    assert done.stderr == b""


def test_check_loads_neither_qt_nor_numpy_nor_what_it_does_not_print():
    code = (
        "import sys; from viewer.cli import main; code = main(['check', sys.argv[1]]);"
        "heavy = {'PySide6', 'shiboken6', 'numpy', 'pyqtgraph', 'json', 'docx', 'pypdfium2'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else code)"
    )
    done = start("-c", code, SAMPLE)
    assert done.returncode == 0, done.stderr


WITHOUT = """
import sys
class Lost:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "yaml":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Lost())
from viewer.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [("check", SAMPLE), ("export", SAMPLE, "-o", "x.html"), ()])
def test_an_installation_that_lost_a_part_says_which_and_what_to_do_in_one_line(words, root):
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    done = start("-c", WITHOUT, *words, "--language", "en", env=env)
    told = done.stderr.decode()
    assert done.returncode == cli.CANNOT
    assert "yaml" in told and "start.sh" in told and len(told.splitlines()) == 1


def test_the_doctor_examines_an_installation_that_lost_a_part(root, tmp_path):
    """Lost to the processes that the doctor starts as well."""
    lost = "raise ModuleNotFoundError(\"No module named 'yaml'\", name='yaml')"
    (tmp_path / "yaml.py").write_text(lost, "utf-8")
    path = os.pathsep.join((str(tmp_path), str(root)))
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
    done = start("-m", "viewer.cli", "doctor", "--language", "en", env=env)
    assert done.returncode == 1
    assert done.stderr == b""
    assert "× modules of the program: ModuleNotFoundError: No module named 'yaml'" in (
        done.stdout.decode()
    )
