"""The style sheet of the page: the palette as variables, for screen, phone and paper."""

from __future__ import annotations

from viewer.design import Role, palette
from viewer.export.html.faces import LATIN, LATIN_SERIF


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


_SANS = (
    '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",'
    "sans-serif"
)
_SERIF = '"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'
# Latin faces first for English: a Chinese one draws its apostrophes as wide as a hanzi.
_LATIN = f'"{LATIN}","Segoe UI","Helvetica Neue",Arial,"Liberation Sans",'
_LATIN_SERIF = f'"{LATIN_SERIF}",Georgia,"Times New Roman","Liberation Serif","DejaVu Serif",'

_SHEET = (
    f"""
*{{box-sizing:border-box}}
html{{scroll-padding:5rem 0 6rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}}
body{{font-family:{_SANS}}}
body.latin{{font-family:{_LATIN}{_SANS}}}
.passage{{font-family:{_SERIF}}}
.passage.latin{{font-family:{_LATIN_SERIF}{_SERIF}}}
"""
    + """
body{margin:0;background:var(--page);color:var(--ink);font-size:16px;line-height:1.6;
 overflow-wrap:anywhere}
header,nav,main,footer{max-width:66rem;margin:0 auto;padding:0 1rem}
header{padding-top:2.8rem}
h1{font-size:2.1rem;line-height:1.35;margin:.5rem 0 .7rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.4;margin:0 0 .9rem;text-wrap:balance}
h3{font-size:1rem;margin:1.6rem 0 .3rem}
.en{font-family:Arial,"Liberation Sans","DejaVu Sans",sans-serif}
.passage .en{font-family:Georgia,"Times New Roman","Liberation Serif","DejaVu Serif",serif}
.latin .en{font-family:inherit}
.whole{white-space:nowrap}
.source,.by,.headline,.proof{margin:0 0 .3rem}
.source{color:var(--muted);font-size:.94rem}
.headline{font-weight:600}
.proof{color:var(--good);margin-top:1rem;font-size:.94rem}
.wrong{color:var(--bad);border:1px solid var(--bad);border-radius:7px;padding:.6rem 1rem;
 margin-top:1rem}
.wrong ul{margin:.3rem 0 0;padding-left:1.2rem}
nav{padding-top:1.8rem;padding-bottom:2.4rem}
nav h2{font-size:1rem;margin:0;padding-bottom:.5rem;border-bottom:1px solid var(--faint)}
nav ol{list-style:none;margin:0;padding:0;counter-reset:s}
nav li{display:flex;gap:.9rem;align-items:baseline;counter-increment:s;padding:.42rem 0;
 border-bottom:1px solid var(--line)}
nav li::before{content:counter(s);color:var(--muted);min-width:1.4rem}
nav a{flex:1;color:inherit;text-decoration:none}
nav span{color:var(--muted);font-size:.88rem;white-space:nowrap}
a{color:var(--accent)}
nav a:hover,td a:hover{color:var(--accent);text-decoration:underline}
section{border-top:1px solid var(--line);padding:2.2rem 0}
main section:first-child{border-top:0;padding-top:.6rem}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,27rem);gap:2.4rem;
 align-items:start}
.passage{font-size:1.06rem;line-height:1.9;max-width:40em;text-align:justify;line-break:strict;
 text-spacing-trim:trim-start}
.passage.latin{hyphens:auto}
.passage p{margin:0 0 .8em;text-indent:2em;text-wrap:pretty}
.passage p.tabs{text-indent:0;text-align:left;white-space:pre-wrap;tab-size:8.5em;margin:0}
.passage p.tabs+p:not(.tabs){margin-top:.8em}
.fig{color:inherit;text-decoration:none;border-bottom:2px solid currentColor;
 border-radius:3px 3px 0 0;cursor:pointer}
.fig::after{content:"\\2060" attr(data-n);font:600 .55em/1 sans-serif;vertical-align:super;
 color:var(--muted);padding-left:.15em}
figure{margin:0 0 1rem}
svg{display:block;width:100%;max-width:27rem;height:auto}
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
th,td{text-align:left;vertical-align:top;padding:.4rem 1.1rem .4rem 0;
 border-bottom:1px solid var(--line)}
thead th{border-bottom-color:var(--faint)}
th{color:var(--muted);font-weight:600;white-space:nowrap}
th:first-child,td:first-child{text-align:right;font-variant-numeric:tabular-nums;width:3rem}
th:last-child,td:last-child{padding-right:0}
td a{color:var(--muted);text-decoration:none}
td.written{font-weight:600;white-space:nowrap}
td.quote,td.base{color:var(--muted)}
.notes{border-left:3px solid var(--line);padding-left:1rem;color:var(--muted);white-space:pre-line}
#said{position:fixed;left:0;right:0;bottom:0;margin:0;padding:.6rem 1rem;background:var(--side);
 border-top:1px solid var(--line);font-size:.92rem}
#said:empty{padding:0;border:0}
footer{color:var(--muted);font-size:.85rem;padding-bottom:5rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
:target{scroll-margin-top:5rem}
@media (max-width:52rem){.pair{grid-template-columns:minmax(0,1fr);gap:1rem}
 header{padding-top:1.4rem} h1{font-size:1.5rem} svg{max-width:30rem}}
@media (max-width:36rem){.passage{text-align:start} .passage p{text-wrap:wrap}
 thead{position:absolute;clip-path:inset(50%)}
 tr{display:grid;grid-template-columns:2rem minmax(0,1fr) auto;gap:.1rem .6rem;
 padding:.55rem 0;border-bottom:1px solid var(--line)}
 td,td:first-child{width:auto;border:0;padding:0}
 td.written{white-space:normal;text-align:right}
 td.base,td.quote{grid-column:2/-1}
 td.base:not(:empty)::before{content:attr(data-h) " "}
 td:empty{display:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}
 .fig,svg a rect,tr{transition:background-color .12s,fill-opacity .12s}}
"""
)

_PRINT = """
@page{margin:17mm 18mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);
 font:8.5pt sans-serif;color:#5b6472}}
#said{display:none}
header{padding-top:0}
body{font-size:10.5pt} .passage{font-size:10.5pt;line-height:1.8;max-width:none}
header,nav,main{max-width:none;padding-left:0;padding-right:0}
p{orphans:2;widows:2}
section{break-before:auto;padding:1.4rem 0} h2,h3{break-after:avoid} figure,tr{break-inside:avoid}
.pair{display:block}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:.6rem 1rem;align-items:start;
 margin-top:.6rem}
figure{margin:0}
thead{display:table-header-group}
td{font-size:8.5pt} th{font-size:8.5pt}
a{color:inherit;text-decoration:none}
"""
