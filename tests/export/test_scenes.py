from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pypdfium2 as pdfium

from tests.export.conftest import metric
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.pdf.write import write
from viewer.export.scenes import parts_of, scenes_of
from viewer.model import Passage, Section

Make = Callable[..., Takeaway]


def sixty() -> Section:
    names = [f"第{n}站" for n in range(1, 61)]
    words = "，".join(f"{name}{100 + at}项" for at, name in enumerate(names)) + "。"
    metrics = tuple(
        metric(f"m{at}", name, str(100 + at), str(100 + at), f"{name}{100 + at}项")
        for at, name in enumerate(names)
    )
    return Section("sixty", "六十站", Passage(words), metrics)


def test_a_chart_in_parts_shows_each_figure_once_on_one_scale(make: Make) -> None:
    takeaway = make((sixty(),))
    (scene,) = scenes_of(takeaway, takeaway.briefing.sections[0])
    noted = replace(scene, note="注")
    parts = parts_of(noted, 25)
    assert [len(part.marks) for part in parts] == [20, 20, 20]
    assert [mark for part in parts for mark in part.marks] == list(scene.marks)
    assert {part.axis for part in parts} == {scene.axis}
    assert [part.note for part in parts] == ["", "", "注"]
    assert parts[1].title == f"{scene.title} (2 / 3)"
    assert parts_of(scene, 60) == (scene,)


def test_a_chart_higher_than_a_page_goes_on_on_the_next_as_large(make: Make) -> None:
    with closing(pdfium.PdfDocument(write(make((sixty(),)), Options(), Watch()))) as document:
        pages = [page.get_textpage() for page in document]
        texts = [page.get_text_range() for page in pages]
        titles = [re.findall(r"\((\d) / 3\)", text) for text in texts]
        assert [one for page in titles for one in page] == ["1", "2", "3"]
        for number in ("1", "2", "3"):
            at = titles.index([number])
            found = pages[at].search(f"({number} / 3)").get_next()
            assert found is not None
            _, low, _, top = pages[at].get_charbox(found[0])
            assert top - low > 8
