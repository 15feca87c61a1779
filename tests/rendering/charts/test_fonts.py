from viewer.chart.layout import Face
from viewer.rendering.charts.fonts import Type
from viewer.rendering.faces import choose_faces


def test_english_words_are_drawn_and_measured_with_narrow_marks(qapp):
    of = Type(choose_faces())
    face = Face(20)
    assert of("the crew’s", face) < of("the crews", face) + 8
    assert of("‘船员’", face) > of("船员", face) + 30
    assert of.font(face, "the crew’s").families()[0] == "Briefing Sans Latin"
    assert of.font(face, "‘船员’") == of.font(face)
