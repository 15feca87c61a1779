from tests.chart.layout.measure import simple
from viewer.chart.layout import Face, wrapped

LABEL = "探索建立的警务运行新机制"


def test_a_label_is_broken_in_the_face_that_it_is_set_in() -> None:
    assert wrapped(LABEL, 170, Face(14), simple) == ((LABEL,), False)
    assert wrapped(LABEL, 170, Face(16), simple) == (("探索建立的", "警务运行新机制"), False)


def test_a_label_of_more_than_two_lines_loses_its_middle() -> None:
    lines, elided = wrapped(LABEL * 4, 150, Face(14), simple)
    assert elided and len(lines) == 2
    assert lines[0].startswith("探索") and lines[1].endswith("机制") and "…" in "".join(lines)
