from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.editions.assignment import assign

GAINS = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2)), st.floats(0.01, 1), max_size=9
)


@settings(max_examples=40, deadline=None)
@given(GAINS)
def test_no_assignment_gains_more(gains: dict[tuple[int, int], float]) -> None:
    best = max(
        sum(gains.get((row, column), 0.0) for row, column in enumerate(columns))
        for columns in permutations(range(6), 3)
    )
    found = assign(gains)
    assert sum(one.gain for one in found) == pytest.approx(best)
    assert len({one.row for one in found}) == len({one.column for one in found}) == len(found)


@settings(max_examples=40, deadline=None)
@given(GAINS)
def test_the_regret_of_a_pair_is_what_forbidding_it_costs(
    gains: dict[tuple[int, int], float],
) -> None:
    found = assign(gains)
    total = sum(one.gain for one in found)
    for one in found:
        others = {edge: gain for edge, gain in gains.items() if edge != (one.row, one.column)}
        without = sum(each.gain for each in assign(others))
        assert one.regret == pytest.approx(total - without)


def test_a_pair_without_a_rival_is_worth_its_gain() -> None:
    (one,) = assign({(0, 0): 0.4})
    assert one.regret == pytest.approx(0.4)


def test_two_that_fit_as_well_leave_nothing_to_regret() -> None:
    (one,) = assign({(0, 0): 0.5, (0, 1): 0.5})
    assert one.regret == pytest.approx(0)
