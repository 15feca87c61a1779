"""`check --format=sarif` is SARIF 2.1.0, whatever is checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.commands.sarif_form import LOG
from viewer.commands.check import run
from viewer.i18n import load
from viewer.resources import bundled
from viewer.start_options import SAMPLE

HOSTILE = Path(__file__).parents[1] / "hostile" / "files"
BRIEFING = """\
briefing: 1
title: 题
sections:
  - id: one
    title: 节
    passage: 全市有39 个站。
    metrics:
      - {label: "𠮷𠮷站", id: stations, value: 40, unit: 个, cite: 有39 个站}
"""


def told(files: list[str], capsys: pytest.CaptureFixture[str], language: str) -> dict[str, Any]:
    run([*files, "--format=sarif"], load(language))
    whole = json.loads(capsys.readouterr().out)
    jsonschema.validate(whole, LOG)
    assert isinstance(whole, dict)
    return whole


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_hostile_file_a_good_one_and_one_that_is_not_there_make_a_sound_log(
    language, capsys, tmp_path
):
    files = [*sorted(HOSTILE.iterdir()), bundled(SAMPLE), tmp_path / "简 报#?.yaml"]
    (found,) = told([str(file) for file in files], capsys, language)["runs"]
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules)) > 30
    assert {result["ruleId"] for result in found["results"]} == set(rules)
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in found["results"])
    assert len(found["invocations"][0]["toolExecutionNotifications"]) == 1


def test_a_file_without_mistakes_has_results_all_the_same_none(capsys):
    (found,) = told([str(bundled(SAMPLE))], capsys, "en")["runs"]
    assert found["results"] == []
    assert found["invocations"] == [{"executionSuccessful": True}]


def test_a_column_is_counted_in_the_unit_that_the_log_names(tmp_path, capsys):
    file = tmp_path / "a.yaml"
    file.write_text(BRIEFING, "utf-8")
    (found,) = told([str(file)], capsys, "en")["runs"]
    (result,) = (one for one in found["results"] if one["level"] == "error")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = BRIEFING.splitlines()[region["startLine"] - 1]
    assert found["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 :].startswith(("40,", "有39 个站"))


@pytest.mark.parametrize("name", ["a b.yaml", "C:.yaml", "简报%41.yaml", "a#b?c.yaml"])
def test_any_file_name_is_an_address_that_leads_back_to_it(name, tmp_path, capsys, monkeypatch):
    from urllib.parse import unquote, urlsplit

    monkeypatch.chdir(tmp_path)
    Path(name).write_text("title: x\n", "utf-8")
    for given in (name, str(tmp_path / name)):
        (found,) = told([given], capsys, "en")["runs"]
        (uri,) = {
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for result in found["results"]
        }
        split = urlsplit(uri)
        assert unquote(split.path) == given
        assert (split.query, split.fragment) == ("", "")
