"""One doubt of a file accepted in memory, as the window accepts it."""

from viewer.datafile import read_briefing
from viewer.datafile.patch import patched
from viewer.edit.operations import AcceptReviews
from viewer.model import ViewerError


def without_review(data: bytes, metric: str) -> bytes:
    """The bytes of a data file without the `review` of a metric; ViewerError where it has none."""
    briefing = read_briefing(data).briefing
    changes = AcceptReviews((metric,)).changes(briefing) if briefing else ()
    if not changes:
        raise ViewerError("edit-gone", id=metric)
    return patched(data, changes)
