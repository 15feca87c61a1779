"""The style sheet of the page: the palette as variables, for screen, phone and paper."""

from __future__ import annotations

from viewer.look import Role, palette


def style_sheet() -> str:
    """All of it, in one text."""
    light, dark = _variables("light"), _variables("dark")
    return (
        f":root{{color-scheme:light dark;{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"{_SHEET}"
        f"@media print{{:root{{{light}}}{_PRINT}}}\n"
    )


def variable(role: Role) -> str:
    """How the page names the colour of `role`."""
    return f"var(--{role.value})"


def _variables(theme: str) -> str:
    colours = palette(theme)
    return "".join(f"--{role.value}:{colours.of(role)};" for role in Role)


_SHEET = """
*{box-sizing:border-box}
html{scroll-padding:5rem 0 6rem}
body{margin:0;background:var(--page);color:var(--ink);
 font:16px/1.6 "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC",
 "Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
header,nav,main,footer{max-width:66rem;margin:0 auto;padding:0 1rem}
header{padding-top:2.2rem}
h1{font-size:1.75rem;line-height:1.35;margin:0 0 .6rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.4;margin:0 0 .8rem}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
.source{color:var(--muted);margin:0 0 .6rem}
.proof{color:var(--good)}
.wrong{color:var(--bad);border:1px solid var(--bad);border-radius:7px;padding:.6rem 1rem}
.wrong ul{margin:.3rem 0 0;padding-left:1.2rem}
nav ol{padding-left:1.6rem;margin:.4rem 0 2rem}
a{color:var(--accent)}
section{border-top:1px solid var(--line);padding:1.8rem 0}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,27rem);gap:2rem;align-items:start}
.passage{font-family:"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,
 serif;font-size:1.06rem;line-height:1.9;max-width:40em}
.passage p{margin:0 0 .8em;text-indent:2em}
.fig{color:inherit;text-decoration:none;border-bottom:2px solid currentColor;
 border-radius:3px 3px 0 0;cursor:pointer}
.fig::after{content:"\\2060" attr(data-n);font:600 .55em/1 sans-serif;vertical-align:super;
 color:var(--muted);padding-left:.15em}
figure{margin:0 0 1rem}
svg{display:block;width:100%;max-width:27rem;height:auto;
 font-family:"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC",
 "Microsoft YaHei",sans-serif}
svg a rect{fill:transparent;stroke:transparent;stroke-width:2;cursor:pointer}
svg a:focus{outline:none}
svg a:focus-visible rect{stroke:var(--accent)}
.on.fig,tr.on{background:var(--tint_light)}
svg a.on rect{fill:var(--selected);fill-opacity:.08}
.sel.fig,tr.sel{background:var(--tint)}
.sel.fig{border-bottom-color:var(--selected)!important}
svg a.sel rect{stroke:var(--selected)}
.chosen svg [data-f]:not(.sel):not(a){opacity:.42}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;
 border-bottom:1px solid var(--line)}
th{color:var(--muted);font-weight:600;white-space:nowrap}
td.written{font-weight:600;white-space:nowrap}
td.quote,td.base{color:var(--muted)}
.notes{border-left:3px solid var(--line);padding-left:1rem;color:var(--muted);white-space:pre-line}
#said{position:fixed;left:0;right:0;bottom:0;margin:0;padding:.6rem 1rem;background:var(--side);
 border-top:1px solid var(--line);font-size:.92rem}
#said:empty{display:none}
footer{color:var(--muted);font-size:.85rem;padding-bottom:5rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
:target{scroll-margin-top:5rem}
@media (max-width:52rem){.pair{grid-template-columns:minmax(0,1fr);gap:1rem}
 header{padding-top:1.2rem} h1{font-size:1.4rem} svg{max-width:30rem}}
@media (max-width:36rem){thead{position:absolute;clip-path:inset(50%)}
 tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}
 td{display:block;border:0;padding:.05rem 0}
 td[data-h]:not(:empty)::before{content:attr(data-h) " ";color:var(--muted);font-weight:400}
 td:empty{display:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}
 .fig,svg a rect,tr{transition:background-color .12s,fill-opacity .12s}}
"""

_PRINT = """
#said,nav{display:none}
body{font-size:10.5pt} .passage{font-size:10.5pt}
section{break-before:auto} h2,h3{break-after:avoid} figure,tr{break-inside:avoid}
.pair{grid-template-columns:minmax(0,1fr) 9cm}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
"""
