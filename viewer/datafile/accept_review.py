"""An author accepts what a draft doubted: one `review:` leaves the file, every other byte stays."""

from __future__ import annotations

from viewer.datafile.patch import SetField, patched
from viewer.datafile.reading import read_briefing
from viewer.datafile.source_tree import path_of
from viewer.model import ViewerError


def without_review(data: bytes, metric: str) -> bytes:
    """The bytes of a data file without the `review` of the metric `metric`.

    Raises ViewerError `review-gone` where there is no such doubt, `edit-not-alone` where it cannot
    be taken out by itself; what is given back reads as before but for that doubt.
    """
    briefing = read_briefing(data).briefing
    for section in briefing.sections if briefing is not None else ():
        for one in section.metrics:
            if one.id == metric and one.review:
                return patched(data, [SetField(path_of(one.path), "review", None)])
    raise ViewerError("review-gone", id=metric)
