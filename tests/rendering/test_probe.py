from viewer.rendering.probe import census


def test_the_faces_chosen_draw_common_words(qapp: object) -> None:
    told = census("全省共充实派出所警力 1793 名，占 80% 以上。")
    assert told["missing"] == []
    assert told["sans"]
    assert told["serif"]
    assert told["screens"]


def test_a_character_that_no_face_has_is_named(qapp: object) -> None:
    assert census("字\U000f0000")["missing"] == ["\U000f0000"]
