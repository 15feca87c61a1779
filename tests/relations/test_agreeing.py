from viewer.quantities import scan
from viewer.relations.agreeing import are_unlike, may_be_of_one_time, meets, slipped
from viewer.relations.context import context_of


def read(text: str) -> tuple[bool, bool]:
    context = context_of(text, scan(text))
    return meets(context, 0, 1), slipped(context, 0, 1)


def test_two_figures_that_round_to_one_another_agree() -> None:
    assert read("Revenue was $48.2 million. Revenue came to about $48 million.") == (True, True)


def test_a_slip_puts_two_sizes_near_each_other() -> None:
    assert read("Revenue was $48.2 million. Revenue came to $42.8 million.") == (False, True)
    assert read("Revenue was $48.2 million. Revenue came to $4.82 million.") == (False, False)


def test_equal_values_are_not_unlike() -> None:
    assert not are_unlike(41.2, 41.2, 0.4)
    assert are_unlike(60, 100, 0.4)
    assert not are_unlike(59, 100, 0.4)


def test_periods_are_at_odds_where_each_names_one_that_the_other_does_not() -> None:
    assert may_be_of_one_time(frozenset(), frozenset({"2023"}))
    assert may_be_of_one_time(frozenset({"2023"}), frozenset({"2023", "march"}))
    assert not may_be_of_one_time(frozenset({"2022"}), frozenset({"2023"}))
