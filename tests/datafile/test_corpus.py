"""The hostile corpus once more, in this process: what the reader alone tells of each file."""

import pytest

from tests.hostile.expected import EXPECTED
from tests.hostile.test_corpus import FILES
from viewer.datafile import read_briefing
from viewer.datafile.file_io import read_bytes
from viewer.datafile.limits import MOST_DEPTH
from viewer.proof import CHECKS

PROOF = {check.code for check in CHECKS}
ROWS = [row for row in EXPECTED if row[1] not in PROOF]


@pytest.mark.parametrize(("name", "code", "line"), ROWS, ids=[row[0] for row in ROWS])
def test_the_reader_tells_the_mistake_at_its_line(name, code, line):
    reading = read_briefing(read_bytes(FILES / name))
    found = [(issue.code, issue.place.line) for issue in reading.issues]
    if code:
        assert (code, line) in found
    else:
        assert found == []
        assert reading.briefing is not None


def test_nesting_over_the_limit_ends_the_reading_and_nesting_at_it_does_not():
    def codes(depth):
        return [issue.code for issue in read_briefing(("[" * depth + "]" * depth).encode()).issues]

    assert "yaml-depth" in codes(MOST_DEPTH + 1)
    assert "yaml-depth" not in codes(MOST_DEPTH)
