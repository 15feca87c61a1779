import pytest

from viewer.draft import draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers import Report
from viewer.draft.readers.plain import blocks_of
from viewer.model import Briefing, Standing


def labels(text: str) -> list[str]:
    made: Briefing = draft_outline(outline(Report(blocks_of(text))), "report").briefing
    return [metric.label for section in made.sections for metric in section.metrics]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("码头工人由442人下降至294人。", ["码头工人（此前）", "码头工人"]),
        (
            "电动公交占比由78.5%提高到84.2%，预计年底达到90%。",
            ["电动公交占比（此前）", "电动公交占比", "预计电动公交占比"],
        ),
        (
            "渔港面积由2017年的7万平方米增加到2018年底的9万平方米。",
            ["渔港面积（2017年）", "渔港面积（2018年底）"],
        ),
        (
            "The dredging cost narrowed to $1.9 million in May from $3.6 million.",
            ["dredging cost", "dredging cost (earlier)"],
        ),
        (
            "Landings fell in the North (-5.2% vs -6.2% in early estimates).",
            ["Landings in the North", "Landings in the North (compared)"],
        ),
    ],
)
def test_a_figure_and_what_it_was_before_have_names_that_differ(text: str, said: list[str]) -> None:
    assert labels(f"{text[:4]}\n\n{text}\n") == said


def test_a_figure_that_is_said_twice_keeps_its_name_without_a_doubt() -> None:
    text = "港口简报\n\n年末共有码头工人442人，持平。\n\n据通报，码头工人442人，略有变动。"
    made = draft_outline(outline(Report(blocks_of(text))), "report")
    names = [metric.label for section in made.briefing.sections for metric in section.metrics]
    assert len(set(names)) < len(names)
    assert not made.doubted


def test_a_forecast_of_the_name_of_a_fact_is_no_doubt() -> None:
    text = "港口简报\n\n电动公交占比84.2%，预计年底达到90%。"
    made = draft_outline(outline(Report(blocks_of(text))), "report")
    assert [metric.standing for metric in made.briefing.sections[0].metrics] == [
        *(Standing.FACT, Standing.FORECAST)
    ]
    assert not made.doubted
