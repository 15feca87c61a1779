"""A question from the room: noted at a step, ticked when it was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

LINE = -1
"""The row of a list of questions that stands for the line in which another one is typed."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question from the room; `where` says the section and figure at which it was asked, `place`
    is that step of the talk."""

    asked: datetime
    where: str
    text: str
    place: int
    answered: bool = False
