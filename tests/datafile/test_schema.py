import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from tests.datafile.briefings import briefings
from viewer.datafile import read_briefing, read_bytes, write_briefing
from viewer.datafile.fields import RECORDS
from viewer.datafile.schema import schema
from viewer.i18n import load
from viewer.resources import bundled, resource

TEXT = resource("briefing.schema.json").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(json.loads(TEXT))
README = Path(__file__).parents[2] / "README.md"


def guessed(text):
    """The file as an editor reads it, guessing types."""
    return yaml.safe_load(text)


def test_the_schema_that_travels_with_the_program_is_the_one_of_the_table():
    assert schema(load("zh_CN"), load("en")) == TEXT


def test_the_schema_is_sound_and_takes_the_bundled_briefing():
    jsonschema.Draft202012Validator.check_schema(json.loads(TEXT))
    VALIDATOR.validate(guessed(read_bytes(bundled("shandong-2020.yaml"))))


@given(briefings())
@settings(max_examples=15, deadline=None)
def test_whatever_the_reader_takes_the_schema_takes(briefing):
    text = write_briefing(briefing)
    assert read_briefing(text.encode()).issues == ()
    VALIDATOR.validate(guessed(text))


@pytest.mark.parametrize(
    "change",
    [
        ("title:", "titel:"),
        ("kind: bar", "kind: pie"),
        ("id: overview", "id: Über"),
        ("briefing: 1", "briefing: 2"),
        ("        cite: 64项攻坚任务完成年度目标\n", ""),
        ("        value: 39\n", ""),
        ("minutes: 10", "minutes: long"),
    ],
)
def test_what_one_line_makes_wrong_for_the_reader_is_wrong_for_the_schema(change):
    text = read_bytes(bundled("shandong-2020.yaml")).decode()
    assert change[0] in text
    broken = text.replace(change[0], change[1], 1)
    assert read_briefing(broken.encode()).issues
    assert not VALIDATOR.is_valid(guessed(broken))


def test_every_key_is_explained_in_both_languages():
    for language in ("zh_CN", "en"):
        words = load(language)
        for name, rows in RECORDS.items():
            for row in rows:
                key = f"format.{name}.{row.key}"
                assert words(key) != key


def test_the_example_of_the_readme_is_a_good_briefing():
    examples = [
        part.split("```")[0]
        for part in README.read_text(encoding="utf-8").split("```yaml\n")[1:]
        if "briefing: 1" in part
    ]
    if not examples:
        pytest.skip("the README has no example yet")
    for example in examples:
        assert read_briefing(example.encode()).issues == ()
