"""What is the presenter's alone is shown on a single display only when that was agreed to."""

from __future__ import annotations

from enum import Enum, auto

from viewer.talk import Act, Command


class Consent(Enum):
    """Whether the presenter was asked, and agreed, that the room reads the questions: on a single
    display there is no other place for them."""

    UNASKED = auto()
    ASKED = auto()
    AGREED = auto()

    def after(self, act: Act, alone: bool) -> Consent:
        """Asked by the key of the questions, agreed by the same key right after it; any other key
        takes the question back. `alone` is whether the room sees what the presenter sees."""
        if act.command is Command.POINT or self is Consent.AGREED:
            return self
        if act.command is not Command.QUESTION or not alone:
            return Consent.UNASKED
        return Consent.ASKED if self is Consent.UNASKED else Consent.AGREED
