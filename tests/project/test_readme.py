import json
import re
from pathlib import Path

import pytest

from viewer.cli import COMMANDS
from viewer.commands.checked import check_file
from viewer.commands.objects import as_json
from viewer.export.context import Options, Watch, takeaway_of
from viewer.export.json_file import write
from viewer.i18n import load
from viewer.model import Severity
from viewer.pipeline import open_briefing
from viewer.talk import markdown
from viewer.window.actions import ACTIONS
from viewer.window.help.shortcut_rows import PANE_KEYS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)


def part(title: str) -> str:
    """The text under a heading, up to the next of its kind."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]


def test_the_two_commands_are_scripts_that_are_there() -> None:
    shell = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
    assert shell[:2] == ["sh resources/start.sh", "sh resources/test.sh"]
    scripts = [word for line in shell for word in line.split() if word.endswith(".sh")]
    assert all((ROOT / script).is_file() for script in scripts)


def test_the_data_file_in_the_example_is_proven_without_an_issue(tmp_path: Path) -> None:
    (example,) = (text for kind, text in BLOCKS if kind == "yaml" and text.startswith("briefing:"))
    file = tmp_path / "example.yaml"
    file.write_text(example, encoding="utf-8")
    opened = open_briefing(file)
    wrong = [issue for issue in opened.issues if issue.severity is not Severity.NOTE]
    assert wrong == []
    assert len(opened.proof.figures) == 3


def test_every_command_that_is_named_is_there() -> None:
    named = set(re.findall(r"briefing-viewer ([a-z][a-z-]*)", README))
    assert named
    assert named <= {row.name for row in COMMANDS}


def test_every_key_that_is_named_does_something() -> None:
    rows = [line for line in part("Keys").splitlines() if line.startswith("| `")]
    named = {key for line in rows for key in re.findall(r"`([^`]+)`", line.split("|")[1])}
    known = {key for row in ACTIONS for key in row.keys} | {key for key, _ in PANE_KEYS}
    assert named
    assert named <= known


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^):]+)\)", README))) or ["LICENSE"])
def test_what_is_linked_is_there(path: str) -> None:
    assert (ROOT / path.partition("#")[0]).is_file()


def test_files_that_are_named_are_there() -> None:
    named = re.findall(r"`((?:resources|data|tests|\.ci)/[\w./-]+)`", README)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_keys_of_a_talk_are_those_of_its_table() -> None:
    assert markdown(load("en")).strip() in README


def test_the_fields_of_check_json_are_those_that_it_prints() -> None:
    table = re.search(r"\| field \| says \|\n\| --- \| --- \|\n((?:\|.*\n)+)", README)
    assert table
    rows = [line.split("|")[1:3] for line in table[1].splitlines()]
    told = {name for field, _ in rows for name in re.findall(r"`(\w+)`", field)}
    inner = {field.strip(" `"): set(re.findall(r"`([a-z]+)`", says)) for field, says in rows}
    printed = json.loads(as_json([check_file(str(ROOT / "data/shandong-2020.yaml"))], load("en")))
    assert told == set(printed)
    assert set(printed["figures"][0]) == inner["figures"]
    lost = json.loads(as_json([check_file("no-such-file.yaml")], load("en")))
    severities = {severity.value for severity in Severity}
    assert set(lost["issues"][0]) == inner["issues"] - severities


def test_every_key_of_the_exported_data_is_described() -> None:
    file = ROOT / "data" / "shandong-2020.yaml"
    takeaway = takeaway_of(open_briefing(file), load("zh_CN"), {})
    said = json.loads(write(takeaway, Options(notes=True), Watch()))
    keys: set[str] = set()
    found: list[object] = [said]
    while found:
        one = found.pop()
        if isinstance(one, dict):
            keys |= set(one)
            found += one.values()
        elif isinstance(one, list):
            found += one
    assert len(keys) > 40
    described = set(re.findall(r"`(\w+)`", README.partition("### Exported data")[2]))
    assert keys - described == set()
