"""The whole window, with all that comes after its first paint."""

from __future__ import annotations

from viewer.loading import LateProver
from viewer.resources import bundled
from viewer.settings import Settings
from viewer.start_options import Start
from viewer.startup import charts, figures
from viewer.window.appearance import WindowAppearance
from viewer.window.wiring import Wired, wire


def wire_whole(appearance: WindowAppearance, settings: Settings) -> Wired:
    """A window with figures, table and charts; talks and exports are not brought in."""
    appearance.dress_application()  # as at the start: cheapest before there is a widget
    wired = wire(appearance, settings, LateProver())
    start = Start(bundled("shandong-2020.yaml"))
    for stage in (figures, charts):
        stage.bring_in(wired, settings, start)
    appearance.changed.emit(appearance.style)
    return wired
