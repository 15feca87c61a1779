"""What a forced export says on its first page: each error of the briefing, in words."""

from __future__ import annotations

from viewer.export.context import Takeaway


def disagreements(takeaway: Takeaway) -> tuple[str, ...]:
    """A heading and one line an error, with its place in the data file; empty when all agrees."""
    errors = takeaway.errors
    if not errors:
        return ()
    words = takeaway.words
    heading = words("export.wrong.heading", n=len(errors))
    lines = (
        words("export.wrong.line", line=issue.place.line, said=words.of_issue(issue))
        for issue in errors
    )
    return (heading, *lines)
