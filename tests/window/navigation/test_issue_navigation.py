import os

import pytest

from viewer.window.navigation.issue_navigation import line_of, place_in


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_a_pipe_in_the_place_of_the_file_shows_no_line_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")
    assert line_of(tmp_path / "a.yaml", 1) == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_counted_as_the_reader_counts_it(tmp_path, end):
    (tmp_path / "a.yaml").write_bytes(f"\ufeffbriefing: 1{end}  title: 小报{end}".encode())
    assert [line_of(tmp_path / "a.yaml", at) for at in (1, 2, 3, 4)] == [
        "briefing: 1",
        "title: 小报",
        "",
        "",
    ]
