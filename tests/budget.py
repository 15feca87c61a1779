"""How much a test tries: little in the suite, more in `pytest --hypothesis-profile=deep`."""

from hypothesis import settings

QUICK = 60
"""Examples of a property in the suite, unless it names fewer."""
DEEP = 500


def is_deep() -> bool:
    """Whether the tests run beside the suite, with time for everything."""
    return settings().max_examples >= DEEP


def examples(quick: int, deep: int = DEEP) -> settings:
    """So many examples of a property that is slow to try."""
    return settings(max_examples=deep if is_deep() else quick)
