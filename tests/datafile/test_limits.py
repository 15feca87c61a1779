"""A file that holds too many nodes is refused before anything is made of them, and no other is."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from viewer.datafile import limits, parse, read_briefing
from viewer.datafile.limits import MOST_DEPTH, may_exceed_node_limit, one_too_many
from viewer.model import Place


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(limits, "MOST_NODES", 10)


def counted(text: str) -> Place | None:
    return one_too_many(iter(yaml.CSafeLoader(text).get_event, None))


def codes(text: str) -> list[str]:
    return [issue.code for issue in read_briefing(text.encode()).issues]


@pytest.mark.usefixtures("few")
def test_the_first_node_too_many_is_told_at_its_place():
    assert counted("a: [1,2,3,4,5,6,7]\n") is None
    assert counted("a: [1,2,3,4,5,6,7,\n  8]\n") == Place(2, 3)
    assert counted("a: [1,2,3,4,5,6,7,\n  []]\n") == Place(2, 3)
    assert codes("a: [1,2,3,4,5,6,7,8]\n") == ["yaml-nodes"]
    assert "yaml-nodes" not in codes("a: [1,2,3,4,5,6,7]\n")


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("begin", "code"),
    [
        ("a\n---\n", "yaml-documents"),
        ("'a' b\n", "yaml-syntax"),
        ("? " * (MOST_DEPTH + 1), "yaml-depth"),
    ],
)
def test_what_ends_the_reading_before_the_limit_is_told_instead(begin, code, monkeypatch):
    monkeypatch.setattr(limits, "MOST_NODES", 100)
    found = codes(begin + "- x\n" * 200)
    assert code in found
    assert "yaml-nodes" not in found


def test_a_depth_that_the_parser_itself_refuses_is_told_as_a_depth(monkeypatch):
    """The libyaml of PyYAML 6.0.4 stops at 1,000 levels, ahead of the first event."""

    def refused(_: str) -> None:
        mark = yaml.Mark("", 4, 0, 4, None, 0)
        raise yaml.MarkedYAMLError(problem="exceeded maximum nesting depth", problem_mark=mark)

    monkeypatch.setattr(parse, "_events", refused)
    told = {one.code: one.place for one in read_briefing(b"a: []\n").issues}
    assert told["yaml-depth"] == Place(1, 5)
    assert "yaml-syntax" not in told


def nodes_of(text: str) -> int:
    held = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
    try:
        return sum(isinstance(event, held) for event in yaml.parse(text, yaml.CSafeLoader))
    except yaml.YAMLError:
        return 0


@given(st.text("ab-:?,[]{}\"'| \n#&*!", max_size=60))
def test_no_text_with_too_many_nodes_is_passed_over(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "MOST_NODES", nodes_of(text) - 1)
        assert may_exceed_node_limit(text)
