"""A talk without its windows: steps, state, keys, jumps, clock and pace, all values and no Qt."""

from viewer.model import StepKind
from viewer.quantities.wording import Written
from viewer.talk.clock import Clock, ends_at, said, started
from viewer.talk.command import OF_THE_ROOM, Act, Command
from viewer.talk.compare import compared_figures, compared_with, comparison_line
from viewer.talk.drawing import strokes_on
from viewer.talk.figure import label_of, name_of, standing_of, written
from viewer.talk.jump import places
from viewer.talk.keyboard import is_for_line, read
from viewer.talk.keys import KEYS, Binding, command_of, face, markdown, plain
from viewer.talk.log import Question, place_said, questions_text, strokes_text, time_report
from viewer.talk.motion import Move, move_between
from viewer.talk.pace import Plan, behind, plan_of
from viewer.talk.pages import pages_of
from viewer.talk.reducer import apply, destination, next_figure, start, takes, upcoming
from viewer.talk.reload import carried, homes
from viewer.talk.sentence import lit_span, room_type, sentence_at
from viewer.talk.snapping import Area, Target, target_of
from viewer.talk.state import Blank, Light, On, Panel, Pen, Shown, Spot, Stroke, TalkState
from viewer.talk.steps import Compared, Part, Said, Step, Talk
from viewer.talk.story import LEADING, Outline, Outlines, talk_of

__all__ = [
    "KEYS",
    "LEADING",
    "OF_THE_ROOM",
    "Act",
    "Area",
    "Binding",
    "Blank",
    "Clock",
    "Command",
    "Compared",
    "Light",
    "Move",
    "On",
    "Outline",
    "Outlines",
    "Panel",
    "Part",
    "Pen",
    "Plan",
    "Question",
    "Said",
    "Shown",
    "Spot",
    "Step",
    "StepKind",
    "Stroke",
    "Talk",
    "TalkState",
    "Target",
    "Written",
    "apply",
    "behind",
    "carried",
    "command_of",
    "compared_figures",
    "compared_with",
    "comparison_line",
    "destination",
    "ends_at",
    "face",
    "homes",
    "is_for_line",
    "label_of",
    "lit_span",
    "markdown",
    "move_between",
    "name_of",
    "next_figure",
    "pages_of",
    "place_said",
    "places",
    "plain",
    "plan_of",
    "questions_text",
    "read",
    "room_type",
    "said",
    "sentence_at",
    "standing_of",
    "start",
    "started",
    "strokes_on",
    "strokes_text",
    "takes",
    "talk_of",
    "target_of",
    "time_report",
    "upcoming",
    "written",
]
