"""The style sheet of the page: the palette as variables, for screen, phone and paper.

The rules stand in `resources/web/page.css` and `print.css`; `$sans` and its like there are the
families of faces that stand here.
"""

from __future__ import annotations

from string import Template

from viewer.design import Role, palette
from viewer.export.html.faces import LATIN, LATIN_SERIF
from viewer.resources import resource_text


def page_style_sheet() -> str:
    """All of it, in one text; ViewerError where the rules cannot be read."""
    light, dark = _variables("light"), _variables("dark")
    screen = Template(resource_text("web", "page.css")).substitute(_FAMILIES)
    paper = resource_text("web", "print.css")
    return (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"\n{screen}"
        f"@media print{{:root{{{light}}}\n{paper}}}\n"
    )


def variable(role: Role) -> str:
    """How the page names the colour of `role`."""
    return f"var(--{role.value})"


def _variables(theme: str) -> str:
    colours = palette(theme)
    return "".join(f"--{role.value}:{colours.of(role)};" for role in Role)


_SANS = (
    '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",'
    "sans-serif"
)
_SERIF = '"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'
# Latin faces first for English: a Chinese one draws its apostrophes as wide as a hanzi.
_LATIN = f'"{LATIN}","Segoe UI","Helvetica Neue",Arial,"Liberation Sans",'
_LATIN_SERIF = f'"{LATIN_SERIF}",Georgia,"Times New Roman","Liberation Serif","DejaVu Serif",'
_FAMILIES = {"sans": _SANS, "serif": _SERIF, "latin": _LATIN, "latin_serif": _LATIN_SERIF}
