from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Span
from viewer.window.passage.passage_marks import Reaches

places = st.integers(0, 60)


@given(st.lists(st.tuples(places, st.integers(1, 30))), places, places)
def test_no_span_that_meets_the_piece_is_missed_though_spans_lie_within_spans(pairs, one, other):
    spans = sorted(Span(start, start + length) for start, length in pairs)
    first, last = sorted((one, other))
    found = spans[Reaches(spans).within(first, last)]
    assert {s for s in spans if s.start <= last and first < s.end} <= set(found)


def test_of_thousands_of_spans_only_those_near_are_found():
    spans = [Span(10 * n, 10 * n + 4) for n in range(8_000)]
    assert spans[Reaches(spans).within(40_000, 40_099)] == spans[4_000:4_010]
