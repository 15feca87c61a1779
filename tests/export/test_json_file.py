from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.json_file import write
from viewer.export.scenes import chosen_scenes
from viewer.model import Issue, Place, Standing

Make = Callable[..., Takeaway]


def read(takeaway: Takeaway, options: Options | None = None) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(write(takeaway, options or Options(), Watch()))
    return said


def test_every_span_cuts_its_words_out_of_the_passage(takeaway: Takeaway) -> None:
    section = read(takeaway)["sections"][0]
    text = section["passage"]
    proven = [f for f in section["figures"] if f["agreement"] == "agrees"]
    assert [text[slice(*f["span"])] for f in proven] == [
        "74 项", "56项", "7项", "27%", "3%", "80%", "1.48亿元",
    ]  # fmt: skip
    assert all(text[slice(*f["quote_span"])] == f["quote"] for f in proven)


def test_says_the_share_and_its_whole(takeaway: Takeaway) -> None:
    figure = read(takeaway)["sections"][0]["figures"][1]
    assert figure["share"] == {"ratio": 0.756757, "formula": "56 ÷ 74 ≈ 75.7%", "whole": "all"}
    assert figure["value"] == 56


def test_holds_where_it_comes_from_and_when(takeaway: Takeaway) -> None:
    said = read(takeaway)
    assert said["created"] == "2020-12-31T08:30:00Z"
    assert said["source"]["authors"] == ["林珊", "夏阳"]
    assert said["proven"] is True


def test_is_not_proven_with_an_error_and_lists_it(make: Make) -> None:
    said = read(make(issues=(Issue("quote-missing", place=Place(7, 2)),)))
    assert said["proven"] is False
    assert (said["issues"][0]["line"], said["issues"][0]["code"]) == (7, "quote-missing")


def test_notes_come_only_when_asked_for(takeaway: Takeaway) -> None:
    assert "notes" not in read(takeaway)["sections"][0]
    assert read(takeaway, Options(notes=True))["sections"][0]["notes"].startswith("先讲")


def test_the_head_of_the_module_names_every_key(takeaway: Takeaway) -> None:
    import viewer.export.json_file as module

    said = read(takeaway, Options(notes=True))
    section = said["sections"][0]
    keys = {*said, *section, *section["figures"][0], *section["charts"][0], *said["source"]}
    document = module.__doc__ or ""
    assert {key for key in keys if f"`{key}`" not in document} == set()


def test_a_change_has_its_sign_and_every_figure_its_standing_and_period(make: Make) -> None:
    section = make().briefing.sections[0]
    planned = replace(section.metrics[0], standing=Standing.PLAN, period="2025")
    said = read(make((replace(section, metrics=(planned, *section.metrics[1:])),)))
    by_key = {figure["key"]: figure for figure in said["sections"][0]["figures"]}
    assert [by_key["no-visit"][key] for key in ("standing", "period", "change")] == [
        "plan", "2025", None,
    ]  # fmt: skip
    assert [by_key["dna"][key] for key in ("standing", "period", "change")] == ["fact", "2020", 27]


def test_every_chart_is_there_under_the_name_that_export_takes(takeaway: Takeaway) -> None:
    (section,) = read(takeaway)["sections"]
    names = [chart["id"] for chart in section["charts"]]
    assert names[:2] == ["service/visits", "service/rates"]
    assert len(set(names)) == len(names) > 2
    assert {id_ for chart in section["charts"] for id_ in chart["metrics"]} == {
        figure["metric"] for figure in section["figures"]
    }
    for name in names:
        assert len(chosen_scenes(takeaway, Options(charts=(name,)))) == 1
