"""Compiles what the program reads in compiled form: catalogue, lexicon, regular expressions.

Every `locale/LANGUAGE/*.po` of a language becomes one `locale/LANGUAGE.mo`; what argparse says is a
domain of its own where gettext looks for it, `locale/LANGUAGE/LC_MESSAGES/argparse.mo`.
`build_lexicon.py` makes a module of `lexicon/`, and of what the grammar then asks for
`build_expressions.py` keeps the codes. Run by the build (a hatchling hook, which also puts
`resources/` and `data/` inside the wheel); by hand: `python resources/build_catalogue.py`.
"""

from __future__ import annotations

import runpy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent / "locale"
CARRIED = (
    "LICENSE",
    "data/*.txt",
    "data/*.yaml",
    "resources/briefing.schema.json",
    "resources/desktop/*",
    "resources/fonts/*.otf",
    "resources/fonts/OFL.txt",
    "resources/help/*/*.txt",
    "resources/icons/*.svg",
    "resources/locale/*.mo",
    "resources/locale/*/LC_MESSAGES/*.mo",
    "resources/style/*.qss",
    "resources/web/*",
)
"""The files outside the package that the program reads when it runs: a wheel carries no others."""
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands for the time of making in a .mo: the same words make the same bytes."""


def compile_language(folder: Path) -> Path:
    """Merge the .po files of one language and write its .mo; a key stands once."""
    return _compiled(folder.name, sorted(folder.glob("*.po")), folder.with_suffix(".mo"))


def compile_domain(po: Path) -> Path:
    """Write the .mo of one domain of gettext beside its .po."""
    return _compiled(po.parts[-3], [po], po.with_suffix(".mo"))


def _compiled(language: str, sources: list[Path], target: Path) -> Path:
    merged = Catalog(locale=language, creation_date=_UNDATED)
    for po in sources:
        with po.open("rb") as source:
            for message in read_po(source, locale=language, abort_invalid=True):
                if not message.id:
                    continue
                if message.id in merged or message.fuzzy:
                    raise ValueError(f"{po}:{message.lineno}: {message.id} twice or fuzzy")
                merged.add(message.id, message.string)
    with target.open("wb") as out:
        write_mo(out, merged)
    return target


def compile_all() -> list[Path]:
    """Compile every language that has a folder, and its domains."""
    whole = [compile_language(folder) for folder in sorted(LOCALE.iterdir()) if folder.is_dir()]
    return whole + [compile_domain(po) for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))]


def compile_modules() -> list[Path]:
    """Compile the lexicon, then the expressions; their programs are run by their paths: the build
    backend has no import path."""
    return [
        _run("build_lexicon", "compile_lexicon"),
        _run("build_expressions", "compile_expressions"),
    ]


def _run(program: str, function: str) -> Path:
    names = runpy.run_path(str(Path(__file__).resolve().parent / f"{program}.py"))
    written: Path = names[function]()
    return written


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, without the build backend
    pass
else:

    class CatalogueHook(BuildHookInterface[Any]):
        """Compiles before a wheel, editable ones too, is made."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile; a wheel that is no link to the checkout carries `CARRIED` as well."""
            compile_all()
            made = compile_modules()
            if version == "editable":
                return
            root = Path(self.root)
            for part in sorted(part for pattern in CARRIED for part in root.glob(pattern)):
                inside = f"viewer/{part.relative_to(root).as_posix()}"
                build_data["force_include"][str(part)] = inside
            # git ignores them, the wheel must not
            build_data["artifacts"] += [one.relative_to(root).as_posix() for one in made]


if __name__ == "__main__":
    for written in (*compile_all(), *compile_modules()):
        print(written)
