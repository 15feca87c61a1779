from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from viewer.export.context import CancelledError, Options, Takeaway, Watch
from viewer.export.html.write import write
from viewer.model import Issue, Passage, Place

Make = Callable[..., Takeaway]


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def read(takeaway: Takeaway, options: Options | None = None) -> str:
    return write(takeaway, options or Options(), Watch()).decode()


def test_names_no_address_and_no_inline_style_or_handler(takeaway: Takeaway) -> None:
    page = read(takeaway)
    for _, attributes in Tags(page).found:
        assert not {"src", "style", "srcset"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "http:" not in page.replace("http-equiv", "")
    assert "https:" not in page


def test_text_of_the_report_is_never_markup(make: Make) -> None:
    evil = '"><script>x</script><img src=y onerror=z>&lt;\x00\ud800'
    section = make().briefing.sections[0]
    wild = replace(section, title=evil, passage=Passage(evil), metrics=(), charts=(), notes=evil)
    page = read(make((wild,), title=evil), Options(notes=True))
    tags = [tag for tag, _ in Tags(page).found]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert "\x00" not in page


def test_the_table_twins_every_figure(takeaway: Takeaway) -> None:
    page = read(takeaway)
    assert page.count("<tr id=") == 8
    assert "56 ÷ 74 ≈ 75.7%" in page
    assert "不在原文: 年鉴" in page


def test_a_column_of_the_table_that_says_nothing_is_left_out(make: Make) -> None:
    whole = make()
    section = whole.briefing.sections[0]
    plain = tuple(replace(m, of="", versus="") for m in section.metrics if not (m.of or m.versus))
    assert 'class="base"' in read(whole)
    page = read(make((replace(section, metrics=plain, charts=()),)))
    assert 'class="base"' not in page
    assert page.count('scope="col"') == 4


def test_figures_whose_words_overlap_share_one_link(make: Make) -> None:
    section = make().briefing.sections[0]
    twice = replace(section.metrics[0], id="again", points=(
        replace(section.metrics[0].point, key="again"),
    ))  # fmt: skip
    page = read(make((replace(section, metrics=(*section.metrics, twice)),)))
    assert re.search(r'data-f="3 4" data-n="3 4">7项</a>', page)


def test_notes_come_only_when_asked_for(takeaway: Takeaway) -> None:
    assert "先讲总数" not in read(takeaway)
    assert "先讲总数" in read(takeaway, Options(notes=True))


def test_says_at_its_top_what_does_not_agree(make: Make) -> None:
    page = read(make(issues=(Issue("quote-missing", place=Place(12)),)))
    assert page.index("第 12 行") < page.index("<nav")
    assert 'class="proof"' not in page


def test_the_same_input_gives_the_same_bytes(make: Make) -> None:
    assert read(make()) == read(make())


def test_stops_when_it_is_no_longer_wanted(takeaway: Takeaway) -> None:
    with pytest.raises(CancelledError):
        write(takeaway, Options(), Watch(cancelled=lambda: True))


def test_our_own_words_say_their_language_where_the_report_is_in_another(make: Make) -> None:
    chinese, english = read(make()), read(make(language="en"))
    assert 'lang="en"' not in chinese
    for said in ("Contents", "Figures and their quotes"):
        assert f'lang="en">{said}' in english
    assert '<thead lang="en">' in english
    assert '<html lang="zh-CN">' in english
