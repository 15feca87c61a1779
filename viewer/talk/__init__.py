"""A talk without its windows: steps, state, keys, jumps, clock and pace, all values and no Qt."""

from viewer.model import StepKind
from viewer.quantities.wording import Written
from viewer.talk.clock import Clock, ends_at, said, started
from viewer.talk.command import OF_THE_ROOM, Act, Command
from viewer.talk.compare import attainment_line, compared_figures, compared_with, comparison_line
from viewer.talk.drawing import strokes_on
from viewer.talk.edition import bars_of, moved_line
from viewer.talk.figure import figure_of, label_of, measured, name_of, standing_of, written
from viewer.talk.handout import handout, handout_heads
from viewer.talk.jump import places
from viewer.talk.keyboard import is_for_line, read
from viewer.talk.keys import KEYS, Binding, command_of, face, markdown, normalized_key
from viewer.talk.leading import headlines, leading
from viewer.talk.log import place_text, questions_text, strokes_text, time_report
from viewer.talk.motion import Move, move_between
from viewer.talk.pace import Plan, behind, by_part, plan_of, planned_steps
from viewer.talk.pages import pages_of
from viewer.talk.question import LINE, Question
from viewer.talk.reducer import apply, destination, next_figure, start, takes, upcoming
from viewer.talk.rehearsal import (
    Minutes,
    Run,
    Timed,
    headings,
    minutes_of,
    names_of,
    rehearsal_text,
    run_of,
    shown,
    timed,
    total,
)
from viewer.talk.reload import carried, homes
from viewer.talk.resume import BrokenOff, broken_off, record_of
from viewer.talk.sentence import clause_at, highlighted_span, room_type, sentence_at
from viewer.talk.snapping import Area, Target, target_of
from viewer.talk.state import Blank, Light, On, Panel, Pen, Shown, Spot, Stroke, TalkState
from viewer.talk.steps import Compared, Moved, Part, QuotedFigure, Step, Talk
from viewer.talk.story import LEADING, ON_QUESTIONS, PAIRED, ChartOutline, Outlines, talk_of

__all__ = [
    "KEYS",
    "LEADING",
    "LINE",
    "OF_THE_ROOM",
    "ON_QUESTIONS",
    "PAIRED",
    "Act",
    "Area",
    "Binding",
    "Blank",
    "BrokenOff",
    "ChartOutline",
    "Clock",
    "Command",
    "Compared",
    "Light",
    "Minutes",
    "Move",
    "Moved",
    "On",
    "Outlines",
    "Panel",
    "Part",
    "Pen",
    "Plan",
    "Question",
    "QuotedFigure",
    "Run",
    "Shown",
    "Spot",
    "Step",
    "StepKind",
    "Stroke",
    "Talk",
    "TalkState",
    "Target",
    "Timed",
    "Written",
    "apply",
    "attainment_line",
    "bars_of",
    "behind",
    "broken_off",
    "by_part",
    "carried",
    "clause_at",
    "command_of",
    "compared_figures",
    "compared_with",
    "comparison_line",
    "destination",
    "ends_at",
    "face",
    "figure_of",
    "handout",
    "handout_heads",
    "headings",
    "headlines",
    "highlighted_span",
    "homes",
    "is_for_line",
    "label_of",
    "leading",
    "markdown",
    "measured",
    "minutes_of",
    "move_between",
    "moved_line",
    "name_of",
    "names_of",
    "next_figure",
    "normalized_key",
    "pages_of",
    "place_text",
    "places",
    "plan_of",
    "planned_steps",
    "questions_text",
    "read",
    "record_of",
    "rehearsal_text",
    "room_type",
    "run_of",
    "said",
    "sentence_at",
    "shown",
    "standing_of",
    "start",
    "started",
    "strokes_on",
    "strokes_text",
    "takes",
    "talk_of",
    "target_of",
    "time_report",
    "timed",
    "total",
    "upcoming",
    "written",
]
