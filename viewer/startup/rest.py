"""The third stage: the talk, going to a place by its name, and the pages that explain."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from viewer.present.records.question_autosave import leftover_notice
from viewer.rendering.less_motion import ask_less_motion
from viewer.settings import Settings, log_file
from viewer.start_options import Start
from viewer.startup.single_instance import Answering
from viewer.startup.talking import Talking
from viewer.window.actions import connect_actions
from viewer.window.comparing import Comparing
from viewer.window.editing.edit_controller import Editing
from viewer.window.help.help_pages import HelpPages
from viewer.window.navigation.navigator import Roaming
from viewer.window.wiring import Wired


def bring_in(wired: Wired, settings: Settings, start: Start) -> None:
    """Connect what is left, and begin the talk if the start asks for it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    talking = Talking(wired, settings, application)
    roaming = Roaming(wired.window, wired.workspace, wired.appearance)
    editing = wired.window.findChild(Editing)
    comparing = Comparing(wired.window, wired.workspace, wired.appearance, editing)
    pages = HelpPages(wired.window, wired.appearance, settings)
    for concern in (talking, roaming, comparing, pages):
        connect_actions(wired.window.actions_by_id, concern.handlers())
    ask_less_motion(wired.appearance, wired.appearance.system_wants_less_motion)
    if not start.new_window and not start.safe:
        Answering(wired, talking)
    if start.present:  # nothing is told in front of a room
        talking.as_asked(start)
    elif (left := leftover_notice(log_file().parent)) is not None:
        wired.filing.show_notice(left)
