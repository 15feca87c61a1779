"""Compiles the catalogue: every `locale/LANGUAGE/*.po` of a language into one `locale/LANGUAGE.mo`.

Run by the build (a hatchling hook, which also puts `resources/` and `data/` inside the wheel); by
hand: `python resources/build_catalogue.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent / "locale"


def compile_language(folder: Path) -> Path:
    """Merge the .po files of one language and write its .mo; a key said twice is an error."""
    merged = Catalog(locale=folder.name)
    for po in sorted(folder.glob("*.po")):
        with po.open("rb") as source:
            for message in read_po(source, locale=folder.name, abort_invalid=True):
                if not message.id:
                    continue
                if message.id in merged or message.fuzzy:
                    raise ValueError(f"{po}:{message.lineno}: {message.id} twice or fuzzy")
                merged.add(message.id, message.string)
    target = folder.with_suffix(".mo")
    with target.open("wb") as out:
        write_mo(out, merged)
    return target


def compile_all() -> list[Path]:
    """Compile every language that has a folder."""
    return [compile_language(folder) for folder in sorted(LOCALE.iterdir()) if folder.is_dir()]


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, without the build backend
    pass
else:

    class CatalogueHook(BuildHookInterface[Any]):
        """Compiles the catalogue before a wheel, editable ones too, is made."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Write the .mo files; a wheel that is no link to the checkout carries both folders."""
            written = compile_all()
            if version == "editable":
                return
            for folder in ("resources", "data"):
                build_data["force_include"][str(Path(self.root, folder))] = f"viewer/{folder}"
            for target in written:  # git ignores them, the wheel must not
                build_data["artifacts"].append(f"resources/locale/{target.name}")


if __name__ == "__main__":
    for written in compile_all():
        print(written)
