"""`doctor`: looks at the machine and says what works, what does not, and how to mend it."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from viewer import __version__
from viewer.commands.arguments import Arguments
from viewer.commands.import_census import ask_modules
from viewer.commands.qt_census import Census, ask_qt
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.platform import (
    PARTS,
    TESTED,
    Display,
    display_of,
    dotted,
    glibc_here,
    glibc_needed,
    install_line,
    installed_version,
    is_glibc_short,
    is_tested_pair,
    missing_libraries,
    pyside_version,
    unsound_pair,
)
from viewer.platform.input_method import input_method_for, named
from viewer.settings import log_file, settings_file
from viewer.settings.folder import site_settings_files
from viewer.settings.settings import read_settings

UNSOUND = 1
MOST_GLYPHS = 40
"""How many missing characters are told one by one; without any Chinese face it is all of them."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at; `remedy` says what to do where it is not `ok`."""

    name: str
    value: str
    ok: bool = True
    remedy: str = ""


def run(argv: Sequence[str], words: Words) -> int:
    """Print what was found; 1 when something would not work."""
    parser = Arguments("doctor", words)
    parser.add_argument("--json", action="store_true", help=words("doctor.json"))
    asked = parser.parse_args(argv)
    findings = tuple(examine(os.environ, words))
    print(as_json(findings) if asked.json else as_text(findings, words))
    return 0 if all(one.ok for one in findings) else UNSOUND


def examine(env: Mapping[str, str], words: Words) -> Iterator[Diagnosis]:
    """Look at everything in turn; Qt itself is asked in another process."""
    display = display_of(env, sys.platform)
    yield from _versions(words)
    yield Diagnosis("system", _system())
    yield from _c_library(words)
    yield from _screen_and_libraries(env, display, words)
    yield from _qt(_query_census(env, display, words), words)
    yield _modules(words)
    yield from _settings(env, words)
    yield Diagnosis("log", str(log_file(env)))


def as_text(findings: Sequence[Diagnosis], words: Words) -> str:
    """One line a finding, its remedy below it, and the verdict at the end."""
    lines: list[str] = []
    for one in findings:
        lines.append(f"{'✓' if one.ok else '×'} {words(f'doctor.{one.name}')}: {one.value}")
        if one.remedy:
            lines.append(f"    → {one.remedy}")
    wrong = sum(not one.ok for one in findings)
    lines.append(words("doctor.unsound", n=wrong) if wrong else words("doctor.sound"))
    return "\n".join(lines)


def as_json(findings: Sequence[Diagnosis]) -> str:
    """`{"works": …, "findings": [{"name", "value", "ok", "remedy"}]}`."""
    whole = {"works": all(f.ok for f in findings), "findings": [asdict(f) for f in findings]}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _system() -> str:
    try:
        return platform.platform()
    except OSError:  # it looks into files of the system and of Python
        return sys.platform


def _versions(words: Words) -> Iterator[Diagnosis]:
    yield Diagnosis("program", __version__)
    yield Diagnosis("python", f"{platform.python_version()} ({sys.executable})")
    pyside = pyside_version()
    if pyside is None:
        yield Diagnosis("pair", "-", False, words("error.preflight-no-qt", python=sys.executable))
    else:
        unsound = unsound_pair(sys.version_info[:3], pyside)
        remedy = words.of_error(unsound) if unsound else ""
        yield Diagnosis("pair", _tested(pyside, words), unsound is None, remedy)
    yield Diagnosis("pairs", _all_tested())
    found = {part: installed_version(part) for part in PARTS}
    absent = [part for part, version in found.items() if version is None]
    said = ", ".join(f"{part} {version or '-'}" for part, version in found.items())
    remedy = words("doctor.parts-missing", parts=" ".join(absent)) if absent else ""
    yield Diagnosis("parts", said, not absent, remedy)


def _tested(pyside: str, words: Words) -> str:
    python = sys.version_info[:2]
    if is_tested_pair(python, pyside):
        return words("doctor.pair-tested", pyside=pyside)
    tested = ", ".join(TESTED.get(python, ())) or "-"
    return words("doctor.pair-untested", pyside=pyside, tested=tested)


def _all_tested() -> str:
    return "; ".join(
        f"Python {dotted(python)}: {', '.join(versions)}" for python, versions in TESTED.items()
    )


def _c_library(words: Words) -> Iterator[Diagnosis]:
    """The glibc that Qt's wheels need. A Qt that was built for this machine needs no other."""
    needed, here = glibc_needed(), glibc_here()
    if needed is None:
        return
    short = is_glibc_short(needed, here) and pyside_version() is None
    params = {"needed": dotted(needed), "here": dotted(here)}
    remedy = words("doctor.glibc-short", **params) if short else ""
    yield Diagnosis("glibc", words("doctor.glibc-value", **params), not short, remedy)


def _screen_and_libraries(
    env: Mapping[str, str], display: Display, words: Words
) -> Iterator[Diagnosis]:
    named = env.get("WAYLAND_DISPLAY") or env.get("DISPLAY") or "-"
    remedy = words("error.preflight-no-display", display=named)
    there = display is not Display.NONE
    yield Diagnosis("display", f"{display.value} ({named})", there, "" if there else remedy)
    if sys.platform == "linux":
        absent = missing_libraries(display.value if there else "xcb")
        said = ", ".join(row.soname for row in absent) or words("doctor.none-missing")
        yield Diagnosis("libraries", said, not absent, install_line(absent) if absent else "")
        yield _input_method(env, words)


def _input_method(env: Mapping[str, str], words: Words) -> Diagnosis:
    """The input method that the desktop names, and what is taken where Qt has no plugin for it."""
    asked = named(env) or "-"
    taken = input_method_for(env, "linux")
    if not taken:
        return Diagnosis("input-method", asked)
    return Diagnosis("input-method", words("doctor.input-portal", asked=asked))


def _query_census(env: Mapping[str, str], display: Display, words: Words) -> Census:
    try:
        return ask_qt(env, display)
    except ViewerError as error:  # a damaged installation is what one asks the doctor about
        return Census(stop=words.of_error(error))
    except ImportError as error:
        return Census(stop=str(error))


def _qt(census: Census, words: Words) -> Iterator[Diagnosis]:
    if census.stop:
        yield Diagnosis("qt", census.stop, False, words("doctor.qt-stopped"))
        return
    yield Diagnosis("qt", f"{census.qt} ({census.platform})")
    yield Diagnosis("screens", "; ".join(census.screens))
    yield Diagnosis("faces", f"{census.sans}, {census.serif}")
    some, count = " ".join(census.missing[:MOST_GLYPHS]), len(census.missing)
    lacking = f"{some} … ({count})" if count > MOST_GLYPHS else some
    remedy = words("doctor.glyphs-missing") if census.missing else ""
    yield Diagnosis("glyphs", lacking or words("doctor.none-missing"), not census.missing, remedy)


def _modules(words: Words) -> Diagnosis:
    stop = ask_modules()
    if not stop:
        return Diagnosis("modules", words("doctor.modules-sound"))
    return Diagnosis("modules", stop, False, words("doctor.modules-broken"))


def _settings(env: Mapping[str, str], words: Words) -> Iterator[Diagnosis]:
    yield _settings_read("settings", settings_file(env), words)[0]
    site = [_settings_read("site-settings", file, words) for file in site_settings_files(env)]
    found = [diagnosis for diagnosis, there in site if there]
    yield from found or [diagnosis for diagnosis, _ in site[:1]]


def _settings_read(name: str, file: Path, words: Words) -> tuple[Diagnosis, bool]:
    """What is said of a settings file, and whether it is there."""
    try:
        read_settings(file)
    except FileNotFoundError:
        return Diagnosis(name, f"{file} ({words('doctor.settings-absent')})"), False
    except (OSError, ValueError) as error:
        wrong = Diagnosis(name, f"{file}: {error}", False, words("doctor.settings-wrong"))
        return wrong, True
    return Diagnosis(name, str(file)), True
