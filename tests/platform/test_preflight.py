import pytest

from viewer.i18n import load
from viewer.platform import LIBRARIES, Display, Library, Machine, preflight

CURSOR = tuple(row for row in LIBRARIES if row.soname == "libxcb-cursor.so.0")


def machine(
    pyside: str | None = "6.12.0",
    display: Display = Display.XCB,
    missing: tuple[Library, ...] = (),
    *,
    python: tuple[int, ...] = (3, 12, 1),
    system: str = "linux",
) -> Machine:
    return Machine(system, python, lambda: pyside, lambda *_: display, lambda _: missing)


@pytest.mark.parametrize("display", [Display.XCB, Display.WAYLAND, Display.OFFSCREEN])
def test_a_sound_machine_passes(display: Display) -> None:
    assert preflight({}, machine(display=display)) is None


@pytest.mark.parametrize(
    ("here", "code"),
    [
        (machine(None), "preflight-no-qt"),
        (machine("6.12.0", python=(3, 11, 2)), "preflight-bad-pair"),
        (machine("6.7.3"), "preflight-old-qt"),
        (machine(display=Display.NONE), "preflight-no-display"),
        (machine(missing=CURSOR), "preflight-no-libraries"),
        (machine(display=Display.NONE, missing=CURSOR), "preflight-no-display-no-libraries"),
    ],
)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_each_hindrance_is_one_plain_line(here: Machine, code: str, language: str) -> None:
    stop = preflight({"DISPLAY": ":0"}, here)
    assert stop is not None
    assert stop.code == code
    said = load(language).of_error(stop)
    assert "\n" not in said
    assert "{" not in said
    assert not said.startswith("error.")


def test_the_line_that_installs_a_library_is_told() -> None:
    stop = preflight({}, machine(missing=CURSOR))
    assert stop is not None
    assert "apt-get install -y libxcb-cursor0" in load("zh_CN").of_error(stop)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_are_asked_for_versions_only(system: str) -> None:
    assert preflight({}, machine(missing=CURSOR, display=Display.NONE, system=system)) is None
    stop = preflight({}, machine(None, system=system))
    assert stop is not None
    assert stop.code == "preflight-no-qt"
