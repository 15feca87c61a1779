"""The first stage: the proof, and the figures of the open section in words and table."""

from __future__ import annotations

from viewer import pipeline
from viewer.settings import Settings
from viewer.start_options import Start
from viewer.window.actions import connect_actions
from viewer.window.context_menus import ContextMenus
from viewer.window.editing.add_chip import AddChip
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_disagreements import Disagreements
from viewer.window.editing.edit_figures import Correcting
from viewer.window.editing.edit_relations import Relating
from viewer.window.editing.edit_review import Reviews
from viewer.window.editing.edit_saving import Saving
from viewer.window.editing.edit_sections import SectionEditing
from viewer.window.editing.review_controller import Reviewing
from viewer.window.figures.figure_panes import Illustrating
from viewer.window.navigation.bookmarks import Bookmarks
from viewer.window.navigation.issue_navigation import Pointing
from viewer.window.navigation.searching import Searching
from viewer.window.navigation.trail import Trail
from viewer.window.passage.missing_glyphs import Glyphs
from viewer.window.passage.unused_numbers import UnusedNumbers
from viewer.window.unavailable import Unavailable
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Let the file be proven, and show its figures and whatever is asked of its words."""
    window, workspace, appearance = wired.window, wired.workspace, wired.appearance
    wired.prover.arrive(pipeline)
    menus = ContextMenus(window, workspace, appearance)
    illustrating = Illustrating(window, workspace, appearance, wired.linking)
    searching = Searching(window, workspace, appearance)
    searching.lit.connect(illustrating.show_hit)
    Pointing(window, workspace)
    Glyphs(workspace, appearance, wired.filing.tell)
    bookmarks = Bookmarks(window, workspace, appearance, settings)
    trail = Trail(window, workspace)
    unused = UnusedNumbers(window, workspace, appearance)
    editing = Editing(window, workspace, appearance, wired.filing)
    editing.allow(not start.read_only)
    saving = Saving(window, workspace, appearance, wired.filing, editing, settings)
    Unavailable(window, appearance, read_only=start.read_only)
    reviews = Reviews(window, workspace, appearance, editing)
    reviews.lit.connect(wired.linking.keep_lit)
    disagreements = Disagreements(window, workspace, appearance, editing)
    disagreements.standing = reviews.standing
    reviewing = Reviewing(window, workspace, settings, wired.filing, editing, disagreements)
    reviewing.may_leave = saving.save
    correcting = Correcting(window, workspace, appearance, wired.filing, editing)
    AddChip(window.passage, workspace, appearance, editing)
    menus.more = Relating(window, workspace, appearance, editing).fill
    menus.may_edit = editing.can_edit
    sections = SectionEditing(window, workspace, editing)
    reach = (menus, bookmarks, trail, unused)
    changes = (saving, reviewing, disagreements, editing, correcting, reviews, sections)
    for concern in (illustrating, searching, *reach, *changes):
        connect_actions(window.actions_by_id, concern.handlers())
