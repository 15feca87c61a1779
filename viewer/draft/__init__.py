"""From any report to a briefing: the file is read, parted into sections, and its figures cited."""

from viewer.draft.drafting import Draft, draft_outline, draft_report
from viewer.draft.notes import Note

__all__ = ["Draft", "Note", "draft_outline", "draft_report"]
