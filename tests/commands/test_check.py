import json
from pathlib import Path

import pytest

from tests.proof.checks.test_check_relations import SOUND, file_with
from viewer.commands.check import run
from viewer.i18n import load
from viewer.resources import bundled

SAMPLE = str(bundled("shandong-2020.yaml"))
ENGLISH, CHINESE = load("en"), load("zh_CN")

BROKEN = """briefing: 1
title: 简报
sections:
  - id: one
    title: 民警
    passage: 𠮷共有 1793 名民警，占 80% 以上。
    metrics:
      - id: officers
        label: 民警
        value: 1793
        unit: 名
        cite: 1793 名民警
      - id: share
        label: 占比
        value: 81
        unit: "%"
        cite: 占 80% 以上
"""


@pytest.fixture
def broken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(BROKEN, encoding="utf-8")
    return "a.yaml"


def test_a_good_file_says_how_many_figures_agree(capsys):
    assert run([SAMPLE], ENGLISH) == 0
    assert capsys.readouterr().out == "43 / 43 figures agree with the original\n"
    assert run([SAMPLE], CHINESE) == 0
    assert capsys.readouterr().out == "43 / 43 个数字与原文一致\n"


def test_an_error_stands_at_its_line_with_code_and_path(broken, capsys):
    assert run([broken], ENGLISH) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("a.yaml:17:15: error: ")
    assert first.endswith("[value-disagrees]  (sections[0].metrics[1].cite)")
    assert last == "1 / 2 figures agree with the original · errors: 1, warnings: 0, notes: 0"


def test_a_file_that_cannot_be_read_is_one_line_and_stops_no_other(broken, capsys):
    assert run(["none.yaml", broken, "."], ENGLISH) == 2
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 2
    assert "none.yaml" in told.err
    assert "a.yaml: 1 / 2 figures agree" in told.out


def test_figures_that_no_metric_uses_are_notes_once_nothing_is_wrong(broken, capsys):
    Path(broken).write_text(BROKEN[: BROKEN.index("      - id: share")], encoding="utf-8")
    assert run([broken], ENGLISH) == 0
    out = capsys.readouterr().out
    assert "[figure-unused]" in out
    assert "80%" in out


def test_json_of_one_file_is_one_object_with_figures_and_issues(broken, capsys):
    assert run([broken, "--json"], ENGLISH) == 1
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["file", "sections", "metrics", "figures", "relations", "issues"]
    assert (told["file"], told["sections"], told["metrics"]) == ("a.yaml", 1, 2)
    assert told["figures"] == [
        {
            "section": "one",
            "metric": "officers",
            "start": 4,
            "end": 10,
            "surface": "1793 名",
            "value": 1793,
            "high": None,
            "unit": "名",
            "kind": "count",
            "qualifier": "exact",
            "change": None,
            "standing": "fact",
        }
    ]
    (issue,) = told["issues"]
    assert list(issue) == ["code", "severity", "line", "column", "path", "message"]
    assert (issue["code"], issue["severity"], issue["line"]) == ("value-disagrees", "error", 17)


def test_json_of_the_sample_has_every_figure_where_it_stands(capsys):
    assert run(["--format", "json", SAMPLE], CHINESE) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sections"], told["metrics"], len(told["figures"])) == (4, 43, 43)
    assert told["issues"] == []


def test_json_of_several_files_is_a_list_even_when_one_cannot_be_read(broken, capsys):
    assert run(["--json", broken, "none.yaml"], ENGLISH) == 2
    one, none = json.loads(capsys.readouterr().out)
    assert one["file"] == "a.yaml"
    assert [issue["code"] for issue in none["issues"]] == ["file-missing"]
    assert (none["sections"], none["figures"]) == (0, [])


def test_sarif_has_what_the_standard_asks_for(broken, capsys):
    odd = Path("简 报.yaml")
    odd.write_text("title: x\n", encoding="utf-8")
    assert run([broken, str(odd), "none.yaml", "--format=sarif"], ENGLISH) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == "2.1.0"
    (found,) = told["runs"]
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert found["tool"]["driver"]["name"] == "briefing-viewer"
    assert len(rules) == len(set(rules))
    for rule in found["tool"]["driver"]["rules"]:
        for field in ("shortDescription", "fullDescription", "help"):
            assert rule[field]["text"]
            assert "{" not in rule[field]["text"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (where,) = result["locations"]
        region = where["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in found["results"]
    }
    assert uris == {"a.yaml", "%E7%AE%80%20%E6%8A%A5.yaml"}
    (invocation,) = found["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "none.yaml" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_an_absolute_path_is_a_file_address_in_sarif(broken, capsys):
    path = Path(broken).resolve()
    assert run([str(path), "--format", "sarif"], ENGLISH) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    where = result["locations"][0]
    assert where["physicalLocation"]["artifactLocation"]["uri"] == path.as_uri()
    assert where["logicalLocations"] == [{"fullyQualifiedName": "sections[0].metrics[1].cite"}]


def test_watch_checks_again_after_a_save_and_ends_with_the_last_code(broken, capsys):
    def edit(text):
        return lambda: Path(broken).write_text(text, encoding="utf-8")

    steps = iter([edit(BROKEN.replace("81", "80").replace("占 80% 以上", "占 80%")), None, None])

    def sleep(_):
        try:
            step = next(steps)
        except StopIteration:
            raise KeyboardInterrupt from None
        if step:
            step()

    assert run([broken, "--watch"], ENGLISH, sleep=sleep) in (0, 1)
    out = capsys.readouterr().out
    assert out.count("figures agree with the original") == 2


def test_json_gives_falls_their_sign_plans_their_standing_and_bounds_their_sense(tmp_path, capsys):
    text = (
        "briefing: 1\ntitle: 简\nsections:\n  - id: s\n    title: 节\n    passage: |\n"
        "      出口下降超过3.2%，用电增长7%。亏损-12万元。"
        "计划新建40所，力争达到60%，预计客流不超过9万人次。\n"
        "    metrics:\n"
        "      - {id: fall, label: 出口, value: 3.2, unit: '%', kind: change, versus: 上年,"
        " qualifier: at_least, cite: 出口下降超过3.2%}\n"
        "      - {id: rise, label: 用电, value: 7, unit: '%', kind: change, versus: 上年,"
        " cite: 用电增长7%}\n"
        "      - {id: loss, label: 亏损, value: -12万, unit: 元, cite: 亏损-12万元}\n"
        "      - {id: plan, label: 新建, value: 40, unit: 所, standing: plan, cite: 计划新建40所}\n"
        "      - {id: goal, label: 比率, value: 60, unit: '%', standing: target,"
        " cite: 力争达到60%}\n"
        "      - {id: crowd, label: 客流, value: 9万, unit: 人次, standing: forecast,"
        " qualifier: at_most, cite: 预计客流不超过9万人次}\n"
    )
    file = tmp_path / "signed.yaml"
    file.write_text(text, encoding="utf-8")
    run(["--json", str(file)], ENGLISH)
    told = json.loads(capsys.readouterr().out)
    keys = ("value", "change", "qualifier", "standing")
    assert {one["metric"]: tuple(one[key] for key in keys) for one in told["figures"]} == {
        "fall": (3.2, -3.2, "at_least", "fact"),
        "rise": (7, 7, "exact", "fact"),
        "loss": (-120000, None, "exact", "fact"),
        "plan": (40, None, "exact", "plan"),
        "goal": (60, None, "exact", "target"),
        "crowd": (90000, None, "at_most", "forecast"),
    }


def test_json_gives_the_upper_end_of_a_range(tmp_path, capsys):
    file = tmp_path / "range.yaml"
    file.write_text(
        "briefing: 1\ntitle: 简\nsections:\n  - id: s\n    title: 节\n"
        "    passage: 岛上有渔船30至40艘。\n    metrics:\n"
        "      - {id: boats, label: 渔船, value: 30-40, unit: 艘, cite: 渔船30至40艘}\n",
        encoding="utf-8",
    )
    run(["--json", str(file)], ENGLISH)
    (boats,) = json.loads(capsys.readouterr().out)["figures"]
    assert (boats["value"], boats["high"]) == (30, 40)


def test_json_lists_every_recomputation_the_confirmed_ones_too(tmp_path, capsys):
    file = tmp_path / "related.yaml"
    wrong = "kind: sum, total: now, parts: [one, before]"
    unsaid = "kind: change, level: now, change: growth, constant_prices: true"
    file.write_text(file_with(*SOUND, wrong, unsaid), encoding="utf-8")
    run(["--json", str(file)], ENGLISH)
    told = json.loads(capsys.readouterr().out)["relations"]
    assert [one["verdict"] for one in told] == ["agrees"] * 4 + ["disagrees", "unjudged"]
    assert [one["agrees"] for one in told] == [True] * 4 + [False, None]
    assert told[4]["rule"] == "total = sum of the parts"
    assert told[4]["formula"] == "700人 + 1000人 = 1,700人 ≠ 1200人"
    assert [term["printed"] for term in told[4]["terms"]] == ["1200人", "700人", "1000人"]
    assert told[5]["why"] == "constant-prices"
    run([str(file)], ENGLISH)
    assert "5 relations recomputed, 1 does not agree" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("年报.txt", "年报摘要\n\n营业收入：5亿元\n其中: 出口2亿元\n"),
        ("report.md", "Annual report\n\nRevenue: $5 million. It rose: 3%.\n"),
        ("marks.md", "# Annual report\n\n- Revenue: *$5 million: more*\n\n\t* `x`: [y\n"),
        ("report.yaml", "Annual report\n\nRevenue was $5 million. It rose 3%.\n"),
        ("report", "Annual report\n\nRevenue was $5 million. It rose 3%.\n"),
    ],
)
def test_a_report_in_the_place_of_a_data_file_is_told_as_such_and_nothing_else(
    name, text, tmp_path, capsys
):
    report = tmp_path / name
    report.write_text(text, encoding="utf-8")
    assert run([str(report), "--json"], CHINESE) == 1
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert (issue["code"], issue["line"]) == ("file-report", 1)
    assert "briefing-viewer draft" in issue["message"]


def test_a_data_file_by_the_name_of_a_report_is_checked_as_one(tmp_path, capsys):
    named = tmp_path / "briefing.txt"
    named.write_text(BROKEN, encoding="utf-8")
    assert run([str(named), "--json"], CHINESE) == 1
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert issue["code"] != "file-report"
