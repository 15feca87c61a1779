import random

import pytest

from tests.budget import is_deep
from tests.fuzz.seeds import from_line, seeds, to_line
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_what_fuzzing_begins_with_and_once_found_ends_in_nothing_but_issues(target):
    for data in seeds(target):
        target.run(data)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_inputs_cut_and_joined_end_in_nothing_but_issues(target):
    dice = random.Random(5)
    known = [data for data in seeds(target) if data]
    for _ in range(60 if is_deep() else 20):
        first, second = dice.choice(known), dice.choice(known)
        at = dice.randrange(len(first))
        target.run((first[:at] + second[dice.randrange(len(second)) :])[: target.longest])


def test_any_bytes_can_be_kept_in_a_line():
    for data in (b"", b"\xff\x00a", "𠮷\u2028\x1e\n".encode(), bytes(range(256))):
        line = to_line(data)
        assert line.isprintable()
        assert from_line(line) == data


def test_the_shares_of_the_targets_are_the_whole():
    assert sum(target.share for target in TARGETS) == 100
