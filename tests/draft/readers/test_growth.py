"""No shape of text costs much more than in proportion to its length: steps are counted, no time."""

import sys
from types import FrameType
from typing import Any

import pytest

from tests.bench.growth import SHAPES

SMALL = 400


def steps(shape: str, size: int) -> int:
    """How many lines of our own readers run for a text of a shape."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        if "/viewer/draft/" not in frame.f_code.co_filename.replace("\\", "/"):
            return None
        count += 1
        return trace

    read, made = SHAPES[shape]
    data = made(size).encode()
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(data, "", lambda: False)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_grows_no_faster_than_the_text(shape: str) -> None:
    steps(shape, SMALL)  # what is made once, such as patterns
    assert steps(shape, 4 * SMALL) <= 5 * steps(shape, SMALL) + 500
