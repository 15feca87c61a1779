"""The hostile corpus once more, in this process: what the reader alone tells of each file."""

import pytest

from tests.hostile.expected import EXPECTED
from tests.hostile.test_corpus import FILES
from viewer.files import read_briefing, tree
from viewer.files.door import read_bytes
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

    assert "yaml-depth" in codes(tree.MOST_DEPTH + 1)
    assert "yaml-depth" not in codes(tree.MOST_DEPTH)


def test_nodes_over_the_limit_end_the_reading(monkeypatch):
    monkeypatch.setattr(tree, "MOST_NODES", 10)
    codes = [issue.code for issue in read_briefing(b"a: [1,2,3,4,5,6,7,8,9]").issues]
    assert "yaml-nodes" in codes
