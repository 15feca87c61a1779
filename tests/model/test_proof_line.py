from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.design import palette
from viewer.design.colour import contrast
from viewer.i18n import load
from viewer.model import PROOF_STATES, OnDisk, ProofLine, Tone

LINES = {
    "working": ProofLine(None, 4),
    "bad": ProofLine(3, 4, on_disk=OnDisk.REFUSED, refused=1),
    "errors": ProofLine(4, 4, errors=2, on_disk=OnDisk.GONE),
    "reread": ProofLine(4, 4, warnings=1, on_disk=OnDisk.REREAD),
    "refused": ProofLine(4, 4, doubts=1, on_disk=OnDisk.REFUSED, refused=3, read_at="14:05"),
    "gone": ProofLine(4, 4, on_disk=OnDisk.GONE, read_at="14:05"),
    "unwatched": ProofLine(4, 4, on_disk=OnDisk.UNWATCHED, read_at="14:05"),
    "open": ProofLine(4, 4, warnings=2, doubts=3),
    "doubted": ProofLine(4, 4, doubts=3),
    "warned": ProofLine(4, 4, warnings=2),
    "none": ProofLine(0, 0),
    "good": ProofLine(4, 4),
}


def test_every_state_of_the_table_has_an_example() -> None:
    assert list(LINES) == [state.name for state in PROOF_STATES]


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_in_the_state_that_matters_most(name: str) -> None:
    assert LINES[name].state.name == name


@given(
    st.builds(
        ProofLine,
        st.none() | st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 2),
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(OnDisk),
        st.integers(0, 2),
    )
)
def test_green_is_only_what_is_on_the_disk_whole_and_without_a_doubt(line: ProofLine) -> None:
    agrees = line.agreeing == line.of > 0
    quiet = not (line.errors or line.warnings or line.doubts)
    green = agrees and quiet and line.on_disk is OnDisk.SHOWN
    assert (line.state.tone is Tone.GOOD) == green


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("role", ["muted", "good", "warn", "bad"])
def test_the_line_can_be_read_on_the_ground_of_the_sidebar(theme: str, role: str) -> None:
    colours = palette(theme)
    for ground in (colours.side, colours.track):  # track while the pointer is over it
        assert contrast(getattr(colours, role), ground) >= 4.5


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_each_state_that_is_not_green_says_what_is_the_matter(language: str) -> None:
    words = load(language)
    said = set()
    for line in LINES.values():
        told = {"agreeing": line.agreeing, "total": line.of, "time": line.read_at, "n": 7}
        counts = {"doubts": line.doubts, "warnings": line.warnings}
        text = words(f"window.proof-{line.state.name}", **told, **counts)
        assert "{" not in text
        assert not line.read_at or line.read_at in text
        assert not line.state.counted or "7" in text
        said.add(text)
    assert len(said) == len(LINES)
