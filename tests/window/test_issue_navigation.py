from viewer.window.issue_navigation import line_of, place_in


def test_a_path_names_section_and_figure(small):
    assert place_in(small.briefing, "sections[0].metrics[1].cite") == (0, "rate")
    assert place_in(small.briefing, "sections[1].title") == (1, "")


def test_a_path_to_nowhere_names_nothing(small):
    assert place_in(small.briefing, "source.page") == (None, "")
    assert place_in(small.briefing, "sections[9].metrics[0]") == (None, "")
    assert place_in(small.briefing, "sections[0].metrics[9]") == (0, "")


def test_the_line_of_a_place_is_read_from_the_file(small_file):
    assert line_of(small_file, 2) == "title: 小报"
    assert line_of(small_file, 10_000) == ""
    assert line_of(small_file.with_name("nowhere"), 1) == ""
