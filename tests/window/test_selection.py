from viewer.window.selection import Selection


def test_a_change_names_its_origin_and_an_equal_value_is_not_told(qapp):
    selection, heard = Selection(), []
    selection.selected.connect(lambda key, origin: heard.append((key, origin)))
    selection.select("a", "charts")
    selection.select("a", "passage")
    selection.select("", "passage")
    assert heard == [("a", "charts"), ("", "passage")]


def test_pointing_is_told_apart_from_selecting(qapp):
    selection, heard = Selection(), []
    selection.hovered.connect(lambda key, origin: heard.append(key))
    selection.hover("a", "charts")
    selection.hover("a", "charts")
    selection.hover("", "charts")
    assert heard == ["a", ""]
    assert selection.key == ""
