"""A figure or a sentence as one would pass it on: with everything that leads back to it.

All of it is in the language of the section.
"""

from __future__ import annotations

from viewer.i18n import Words, inner
from viewer.i18n.content_language import own_words
from viewer.loading import Opened
from viewer.model import Briefing, Key, Section, Span
from viewer.window.view_models import label_of, written_figure


def cited_figure(opened: Opened, section: Section, key: Key, words: Words) -> str:
    """The figure of `key`: label, value, quote, and where it stands; empty for no figure."""
    if opened.briefing is None:
        return ""
    words = own_words(section, opened.briefing, words)
    for metric, point in ((m, p) for m in section.metrics for p in m.points if p.key == key):
        figure = opened.proof.figures.get(key)
        label = label_of(metric, point)
        value = written_figure(metric, point, figure, section, words)
        if point.cite is None:
            origin = point.origin or words("window.computed-by", formula=point.formula)
            source = source_of(opened.briefing, section, None, words)
            return words(
                "window.copied-foreign", label=label, value=value, origin=origin, source=source
            )
        span = figure.quote if figure is not None else None
        source, quote = source_of(opened.briefing, section, span, words), inner(point.cite)
        return words("window.copied", label=label, value=value, quote=quote, source=source)
    return ""


def cited_words(briefing: Briefing, section: Section, span: Span, words: Words) -> str:
    """Words of a passage in quotation marks, and where they stand."""
    words = own_words(section, briefing, words)
    quote = inner(" ".join(span.of(section.passage.text).split()))
    return words(
        "window.copied-words", quote=quote, source=source_of(briefing, section, span, words)
    )


def source_of(briefing: Briefing, section: Section, span: Span | None, words: Words) -> str:
    """Authors, title, publication, date, page, section and paragraph, as far as they are known."""
    source = briefing.source
    at = section.passage.paragraph_number(span) if span else 0
    parts = (
        words("window.list-comma").join(source.authors),
        words("citation.title", title=briefing.title),
        source.publication,
        source.date,
        _page(source.page, words),
        words("citation.section", section=inner(section.title)),
        words("citation.paragraph", number=at) if at else "",
    )
    return words("citation.comma").join(part for part in parts if part)


def _page(page: str, words: Words) -> str:
    """The page as a citation names it: a number (`3`, `A03`, `4-5`) is one, words say it all."""
    number = page.isascii() and page.strip("ABCDEFGH").replace("-", "").isdecimal()
    return words("citation.page", page=page) if number else page
