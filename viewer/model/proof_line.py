"""What may be claimed of the figures that are shown: the states of the proof line, as one table."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from viewer.model.proof import NO_RELATIONS, Tally


class OnDisk(StrEnum):
    """How the file on the disk stands to what is shown of it.

    REREAD is saved anew and being read, REFUSED has errors in its newest version, GONE cannot be
    read any more, UNWATCHED is not followed, as another file was to be opened since.
    """

    SHOWN = "shown"
    REREAD = "reread"
    REFUSED = "refused"
    GONE = "gone"
    UNWATCHED = "unwatched"


class Tone(StrEnum):
    """The colour of the line: nothing is claimed in PLAIN, GOOD is green, OPEN is amber."""

    PLAIN = "working"
    GOOD = "good"
    OPEN = "warn"
    BAD = "bad"


class ProofLine(NamedTuple):
    """What the proof line rests on.

    `agreeing` of `of` quoted figures agree with the original; None while that is being found out.
    `errors`, `warnings` and `doubts` count the issues of what is shown (a doubt is a figure that
    waits for its author's review), `refused` the errors of a newer version that is not shown.
    `read_at` is when the version that is shown was read, in words; `relations` counts the
    calculations that were done anew; one that does not agree is among the warnings, unless the
    author says why.
    """

    agreeing: int | None
    of: int
    errors: int = 0
    warnings: int = 0
    doubts: int = 0
    on_disk: OnDisk = OnDisk.SHOWN
    refused: int = 0
    read_at: str = ""
    relations: Tally = NO_RELATIONS

    @property
    def state(self) -> ProofState:
        """The first state of the table that this line is in."""
        return next(state for state in PROOF_STATES if state.holds(self))


class ProofState(NamedTuple):
    """A row of the table: its tone, and the sentence `window.proof-<name>` that says it.

    `counted` names the number that the sentence is declined by.
    """

    name: str
    tone: Tone
    holds: Callable[[ProofLine], bool]
    counted: str = ""


PROOF_STATES = (
    ProofState("working", Tone.PLAIN, lambda line: line.agreeing is None),
    ProofState("bad", Tone.BAD, lambda line: line.agreeing != line.of, "wrong"),
    ProofState("errors", Tone.BAD, lambda line: line.errors > 0, "errors"),
    ProofState("reread", Tone.PLAIN, lambda line: line.on_disk is OnDisk.REREAD),
    ProofState("refused", Tone.OPEN, lambda line: line.on_disk is OnDisk.REFUSED, "refused"),
    ProofState("gone", Tone.OPEN, lambda line: line.on_disk is OnDisk.GONE),
    ProofState("unwatched", Tone.OPEN, lambda line: line.on_disk is OnDisk.UNWATCHED),
    ProofState("open", Tone.OPEN, lambda line: line.warnings > 0 < line.doubts, "open"),
    ProofState("doubted", Tone.OPEN, lambda line: line.doubts > 0, "open"),
    ProofState("warned", Tone.OPEN, lambda line: line.warnings > 0, "open"),
    ProofState("none", Tone.PLAIN, lambda line: line.of == 0),
    ProofState("good", Tone.GOOD, lambda line: True),
)
"""Read from above. What is shown and wrong comes before what is on the disk and not shown, that
before what only waits for a look; green is what none of them holds of."""
