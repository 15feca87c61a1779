"""How a talk changes: the state before and an act give the state after, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from viewer.talk.command import Act, Command
from viewer.talk.drawing import clear, draw, lift, take, undo
from viewer.talk.jump import is_place_number, places
from viewer.talk.question import LINE
from viewer.talk.state import Blank, Light, Panel, Pen, TalkState
from viewer.talk.steps import Talk

MOST_SIZE = 6
"""How many steps + and - can go from the size that was chosen for the passage."""

_REMEMBERED = 50
_LISTS = frozenset({Panel.OVERVIEW, Panel.GO})
_LONGEST = 40


def start(talk: Talk, place: int = 0) -> TalkState:
    """The state in which a talk begins."""
    return TalkState(place=place, left=place if talk.in_run(place) else 0)


def apply(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """The state after `act`; what the act does not concern stays, and an ended talk stays ended."""
    if not takes(state, act) or act.command not in _DOES:
        return state
    after = _DOES[act.command](talk, state, act)
    if act.command not in _WHILE_DRAWING:
        after = replace(after, stroke=None)
    return after if act.command in _WHILE_ASKING else replace(after, asking=False)


def takes(state: TalkState, act: Act) -> bool:
    """Whether a talk in this state does anything at all: one that is over does nothing more, and a
    hidden one only comes back."""
    return not state.ended and (not state.hidden or act.command is Command.HIDE)


def upcoming(talk: Talk, state: TalkState) -> int | None:
    """The place that the next step leads to; None at the end of the run."""
    inner = talk.inner_of(state.place)
    return _on(talk, state, inner.stop)


def next_figure(talk: Talk, state: TalkState) -> int | None:
    """The place that the next figure leads to, inner steps too; None at the end of the run."""
    return _on(talk, state, state.place + 1)


def _on(talk: Talk, state: TalkState, place: int) -> int | None:
    """A later place, as far as the run goes; behind the run the section, then the way back."""
    if talk.in_run(state.place):
        return place if place < talk.run else None
    return place if place < talk.part_at(state.place).end else state.left


def destination(talk: Talk, state: TalkState) -> int | None:
    """The place that Enter would jump to from a list or a number; None where it jumps nowhere."""
    if not state.panel and not state.typed:
        return None
    place = _accept(talk, state, Act(Command.ACCEPT)).place
    return None if place == state.place else place


def _next(talk: Talk, state: TalkState, act: Act) -> TalkState:
    if _lists(state):
        return _choose(talk, state, state.chosen + 1)
    place = upcoming(talk, state)
    return _uncovered(state) if place is None else _moved(talk, state, place)


def _previous(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """Out of the figures of a chart to the chart, from there to the step before."""
    if _lists(state):
        return _choose(talk, state, state.chosen - 1)
    outer = talk.outer(state.place)
    return _moved(talk, state, outer if outer < state.place else talk.outer(_before(talk, state)))


def _before(talk: Talk, state: TalkState) -> int:
    if not talk.in_run(state.place) and state.place == talk.part_at(state.place).first:
        return state.left
    return max(0, state.place - 1)


def _next_figure(talk: Talk, state: TalkState, act: Act) -> TalkState:
    if _lists(state):
        return _choose(talk, state, state.chosen + 1)
    place = next_figure(talk, state)
    return _uncovered(state) if place is None else _moved(talk, state, place)


def _previous_figure(talk: Talk, state: TalkState, act: Act) -> TalkState:
    if _lists(state):
        return _choose(talk, state, state.chosen - 1)
    return _moved(talk, state, _before(talk, state))


def _next_chart(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """The next step that shows another chart; where none follows, nothing moves."""
    here = talk.steps[state.place]
    end = talk.run if talk.in_run(state.place) else talk.part_at(state.place).end
    for place in range(state.place + 1, end):
        step = talk.steps[place]
        if step.chart and (step.chart, step.part) != (here.chart, here.part):
            return _jumped(talk, state, talk.outer(place))
    return _uncovered(state)


def _by_section(talk: Talk, state: TalkState, by: int) -> TalkState:
    """A section on or back; the run and the sections behind it do not lead into each other."""
    at = talk.steps[state.place].part
    wanted = at + by
    inside = 0 <= wanted < len(talk.parts)
    if not inside or talk.in_run(talk.parts[wanted].first) != talk.in_run(state.place):
        return _uncovered(state)
    return _jumped(talk, state, talk.parts[wanted].first)


def _first_or_last(place: Callable[[Talk], int]) -> _Does:
    def go(talk: Talk, state: TalkState, act: Act) -> TalkState:
        if _lists(state):
            return _choose(talk, state, 0 if place(talk) == 0 else len(talk.steps))
        return _jumped(talk, state, place(talk))

    return go


def _back(talk: Talk, state: TalkState, act: Act) -> TalkState:
    if not state.back:
        return state
    moved = _moved(talk, state, state.back[-1])
    return replace(moved, back=state.back[:-1], forward=(*state.forward, state.place))


def _forward(talk: Talk, state: TalkState, act: Act) -> TalkState:
    if not state.forward:
        return state
    moved = _moved(talk, state, state.forward[-1])
    return replace(moved, forward=state.forward[:-1], back=(*state.back, state.place))


def _jump(talk: Talk, state: TalkState, act: Act) -> TalkState:
    if not 0 <= act.place < len(talk.steps):
        return state
    return _jumped(talk, state, act.place)


def _cover(blank: Blank) -> _Does:
    def toggle(talk: Talk, state: TalkState, act: Act) -> TalkState:
        return replace(state, blank=Blank.NOTHING if state.blank is blank else blank)

    return toggle


def _shine(light: Light) -> _Does:
    def toggle(talk: Talk, state: TalkState, act: Act) -> TalkState:
        return replace(state, light=Light.NOTHING if state.light is light else light)

    return toggle


def _open(panel: Panel) -> _Does:
    def toggle(talk: Talk, state: TalkState, act: Act) -> TalkState:
        closed = _closed(state)
        if state.panel is panel:
            return closed
        here = talk.stop_of(state.place) if panel in _LISTS else 0
        chosen = LINE if panel is Panel.QUESTION else here
        found = talk.stops if panel is Panel.GO else ()
        return replace(closed, panel=panel, chosen=chosen, found=found)

    return toggle


def _resize(by: int) -> _Does:
    def resize(talk: Talk, state: TalkState, act: Act) -> TalkState:
        return replace(state, size=max(-MOST_SIZE, min(MOST_SIZE, state.size + by)))

    return resize


def _freeze(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, held=None if state.held else state.picture)


def _zoom(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, zoomed=not state.zoomed, passage=False)


def _passage(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, passage=not state.passage, zoomed=False)


def _compare(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """Pin a figure; at another one compare the two; at the same one, or while two are compared,
    take it back."""
    if state.against is not None or state.pinned == state.place:
        return replace(state, pinned=None, against=None)
    if talk.steps[state.place].key is None:
        return state
    if state.pinned is None:
        return replace(state, pinned=state.place)
    return replace(state, against=state.pinned, pinned=None, zoomed=False, passage=False)


def _hide(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(_closed(state), hidden=not state.hidden)


def _point(talk: Talk, state: TalkState, act: Act) -> TalkState:
    x, y = (max(0.0, min(1.0, at)) for at in act.mouse)
    return replace(state, mouse=(x, y))


def _hear(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, heard=act.text)


def _type(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, typed=(state.typed + act.text)[:_LONGEST])


def _erase(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, typed=state.typed[:-1])


def _search(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """Words in the line of the go-to panel: the places that they lead to, live; none, all stops.

    Words in the line of a question lead back from the list to the line.
    """
    if state.panel is Panel.QUESTION:
        return replace(state, chosen=LINE)
    if state.panel is not Panel.GO:
        return state
    typed = act.text[:_LONGEST]
    found = places(talk, typed) if typed.strip() else talk.stops
    return replace(state, typed=typed, found=found, chosen=0)


def _accept(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """Enter in a list, or after a number was typed."""
    if state.panel is Panel.GO:
        return _jumped(talk, state, state.found[state.chosen]) if state.found else state
    if state.panel is Panel.OVERVIEW and not state.typed:
        return _jumped(talk, state, talk.stops[state.chosen])
    if state.typed:
        return _typed(talk, state)
    if state.panel is not Panel.QUESTION:
        return state
    if state.chosen == LINE:
        return _closed(state)
    return _to_question(talk, state, Act(Command.TO_QUESTION, place=state.chosen))


def _typed(talk: Talk, state: TalkState) -> TalkState:
    """The number of a section or a step goes there; what is found once too; else it is a list."""
    found = places(talk, state.typed)
    if (found and is_place_number(talk, state.typed)) or len(found) == 1:
        return _jumped(talk, state, found[0])
    return replace(_closed(state), panel=Panel.GO, typed=state.typed, found=found)


def _to_question(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """The figure at which a question was asked."""
    if not 0 <= act.place < len(state.questions):
        return state
    return _jumped(talk, _closed(state), state.questions[act.place].place)


def _note(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """A question that was typed: kept, and the line closed."""
    if act.question is None:
        return state
    return replace(_closed(state), questions=(*state.questions, act.question))


def _tick(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """The question of a row was answered, or was not after all."""
    if not 0 <= act.place < len(state.questions):
        return state
    asked = state.questions[act.place]
    ticked = replace(asked, answered=not asked.answered)
    before, after = state.questions[: act.place], state.questions[act.place + 1 :]
    return replace(state, questions=(*before, ticked, *after))


def _choose_row(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return _choose(talk, state, act.place)


def _peel(talk: Talk, state: TalkState, act: Act) -> TalkState:
    """Esc: the topmost layer goes; from the plain view it asks once, and then ends the talk."""
    if state.panel or state.typed:
        return _closed(state)
    if state.pinned is not None or state.against is not None:
        return replace(state, pinned=None, against=None)
    if state.zoomed or state.passage:
        return replace(state, zoomed=False, passage=False)
    if state.blank:
        return replace(state, blank=Blank.NOTHING)
    if state.light or state.pen:
        return replace(state, light=Light.NOTHING, pen=Pen.NOTHING)
    return replace(state, asking=not state.asking, ended=state.asking)


def _rehearse(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return replace(state, rehearsing=not state.rehearsing)


def _stay(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return state


def _lists(state: TalkState) -> bool:
    return state.panel in _LISTS


def _choose(talk: Talk, state: TalkState, row: int) -> TalkState:
    if state.panel is Panel.QUESTION:
        last = len(state.questions) - 1
        chosen = last if row < LINE else max(LINE, min(last, row))  # up from the line: the newest
        return replace(state, chosen=chosen)
    count = len(state.found) if state.panel is Panel.GO else len(talk.stops)
    return replace(state, chosen=max(0, min(count - 1, row)))


def _closed(state: TalkState) -> TalkState:
    return replace(state, panel=Panel.NOTHING, typed="", found=(), chosen=0, heard="")


def _uncovered(state: TalkState) -> TalkState:
    """Nothing over the pictures any more; a question that is being typed is none of that."""
    closed = state if state.panel is Panel.QUESTION else _closed(state)
    return replace(closed, blank=Blank.NOTHING)


def _moved(talk: Talk, state: TalkState, place: int) -> TalkState:
    left = place if talk.in_run(place) else state.left
    return replace(_uncovered(state), place=place, left=left, against=None)


def _jumped(talk: Talk, state: TalkState, place: int) -> TalkState:
    if place == state.place:
        return _uncovered(state)
    back = (*state.back, state.place)[-_REMEMBERED:]
    return replace(_moved(talk, state, place), back=back, forward=(), zoomed=False, passage=False)


def _section_on(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return _by_section(talk, state, 1)


def _section_back(talk: Talk, state: TalkState, act: Act) -> TalkState:
    return _by_section(talk, state, -1)


_Does = Callable[[Talk, TalkState, Act], TalkState]

_DOES: Mapping[Command, _Does] = {
    Command.NEXT: _next,
    Command.PREVIOUS: _previous,
    Command.NEXT_FIGURE: _next_figure,
    Command.PREVIOUS_FIGURE: _previous_figure,
    Command.NEXT_CHART: _next_chart,
    Command.NEXT_SECTION: _section_on,
    Command.PREVIOUS_SECTION: _section_back,
    Command.FIRST: _first_or_last(lambda talk: 0),
    Command.LAST: _first_or_last(lambda talk: talk.beats[-1]),
    Command.GO: _open(Panel.GO),
    Command.BACK: _back,
    Command.FORWARD: _forward,
    Command.OVERVIEW: _open(Panel.OVERVIEW),
    Command.BLACK: _cover(Blank.BLACK),
    Command.WHITE: _cover(Blank.WHITE),
    Command.FREEZE: _freeze,
    Command.POINTER: _shine(Light.POINTER),
    Command.SPOTLIGHT: _shine(Light.SPOTLIGHT),
    Command.ZOOM: _zoom,
    Command.PASSAGE: _passage,
    Command.COMPARE: _compare,
    Command.BIGGER: _resize(1),
    Command.SMALLER: _resize(-1),
    Command.HELP: _open(Panel.HELP),
    Command.CLICKER: _open(Panel.CLICKER),
    Command.QUESTION: _open(Panel.QUESTION),
    Command.HIDE: _hide,
    Command.PEN: lambda talk, state, act: take(state, Pen.PEN),
    Command.HIGHLIGHTER: lambda talk, state, act: take(state, Pen.HIGHLIGHTER),
    Command.UNDO_STROKE: lambda talk, state, act: undo(state),
    Command.CLEAR_STROKES: lambda talk, state, act: clear(state),
    Command.DRAW: lambda talk, state, act: draw(state, act),
    Command.LIFT: lambda talk, state, act: lift(state, act),
    Command.REHEARSE: _rehearse,
    Command.PEEL: _peel,
    Command.STAY: _stay,
    Command.GO_ON: _stay,
    Command.TYPE: _type,
    Command.ERASE: _erase,
    Command.SEARCH: _search,
    Command.ACCEPT: _accept,
    Command.CHOOSE: _choose_row,
    Command.JUMP: _jump,
    Command.POINT: _point,
    Command.HEAR: _hear,
    Command.NOTE: _note,
    Command.TICK: _tick,
    Command.TO_QUESTION: _to_question,
}

_WHILE_DRAWING = frozenset({Command.DRAW, Command.LIFT, Command.POINT, Command.GO_ON})
"""What lets a stroke that is being drawn go on."""

_WHILE_ASKING = frozenset({Command.PEEL, Command.STAY, Command.POINT})
"""What leaves the question whether to end standing."""
