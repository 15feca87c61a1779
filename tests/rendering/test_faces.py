import pytest
from PySide6.QtGui import QFontMetricsF, QRawFont

from viewer.rendering.faces import choose_faces, missing_characters
from viewer.resources import resource


def test_a_simplified_face_of_the_system_is_preferred(qapp):
    faces = choose_faces(lambda name: name in {"Noto Sans CJK SC", "Songti SC"})
    assert faces.sans[0] == "Noto Sans CJK SC"
    assert faces.serif[0] == "Songti SC"


def test_without_any_chinese_face_ours_draw_every_character(qapp):
    faces = choose_faces(lambda name: False)
    assert (faces.sans[0], faces.serif[0]) == ("Briefing Sans SC", "Briefing Serif SC")
    said = "公安基层基础建设，2.5 万起、80% 以上 → ≥ “情指行”"
    assert missing_characters(said, faces.sans_font(16)) == ()
    assert missing_characters(said, faces.serif_font(16)) == ()


@pytest.mark.usefixtures("qapp")
def test_powers_and_formulas_are_drawn_where_the_system_has_no_face_at_all() -> None:
    files = sorted(resource("fonts").glob("*.otf"))
    assert len(files) == 6
    for file in files:
        face = QRawFont(str(file), 100)
        for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋":
            assert face.supportsCharacter(ord(sign)), (file.name, sign)
        plain, raised, lowered = (
            face.boundingRect(face.glyphIndexesForString(text)[0]) for text in "5⁵₅"
        )
        assert raised.height() < 0.7 * plain.height()
        assert raised.bottom() < plain.center().y()
        assert lowered.bottom() > plain.bottom()


def test_a_size_is_in_pixels_and_never_nothing(qapp):
    faces = choose_faces(lambda name: name == "Noto Sans CJK SC")
    assert faces.sans_font(13.6).pixelSize() == 14
    assert faces.sans_font(0).pixelSize() == 1


def test_characters_that_no_face_draws_are_named_once(qapp):
    faces = choose_faces()
    unassigned = "\U000e0fff"
    missing = missing_characters(f"警{unassigned}务{unassigned}", faces.sans_font(16))
    assert set(missing) <= {unassigned}


@pytest.mark.usefixtures("qapp")
def test_an_english_text_has_its_quotation_marks_narrow_whatever_face_the_system_has() -> None:
    faces = choose_faces()
    for make in (faces.sans_font, faces.serif_font):
        wide, narrow = (QFontMetricsF(make(100, latin=latin)) for latin in (False, True))
        assert narrow.horizontalAdvance("“") < 60
        assert wide.horizontalAdvance("“") > 90
        assert narrow.horizontalAdvance("收入") == pytest.approx(200, abs=2)
