"""The hostile corpus once more, in this process: what the reader alone tells of each file."""

from tests.hostile.expected import EXPECTED
from tests.hostile.test_corpus import FILES
from viewer.datafile import read_briefing
from viewer.datafile.file_io import read_bytes
from viewer.datafile.limits import MOST_DEPTH
from viewer.proof import CHECKS

PROOF = {check.code for check in CHECKS}
ROWS = [row for row in EXPECTED if row[1] not in PROOF]


def test_the_reader_tells_the_mistake_of_each_file_at_its_line():
    problems = [(name, told) for name, *wanted in ROWS if (told := untold(name, *wanted))]
    assert problems == []


def untold(name, code, line):
    """What the reader tells of a file instead of its one mistake; '' where it tells that."""
    reading = read_briefing(read_bytes(FILES / name))
    found = [(issue.code, issue.place.line) for issue in reading.issues]
    if code:
        return "" if (code, line) in found else f"{found}"
    return "" if not found and reading.briefing is not None else f"{found}"


def test_nesting_over_the_limit_ends_the_reading_and_nesting_at_it_does_not():
    def codes(depth):
        return [issue.code for issue in read_briefing(("[" * depth + "]" * depth).encode()).issues]

    assert "yaml-depth" in codes(MOST_DEPTH + 1)
    assert "yaml-depth" not in codes(MOST_DEPTH)
