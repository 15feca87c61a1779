"""Whether a label stands near its figure: a wide net, so that only strangers are named."""

from __future__ import annotations

from viewer.expressions import compiled

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_HAN_RUN = compiled(_HAN + "+")
_WORD = compiled(r"[^\W\d_]{2,}")
_STEM = 4


def occurs_near(label: str, around: str) -> bool:
    """Whether any two neighbouring characters, or the stem of any word, of `label` stand in the
    words around its figure. A label in another script than those is nobody's mistake."""
    around = around.casefold()
    tight = "".join(around.split())  # tables space out short names: 水 稻
    wanted = _grams(label.casefold())
    if any(gram in around or gram in tight for gram in wanted):
        return True
    scripts = _scripts(around)
    return not any(_script(gram) in scripts for gram in wanted)


def _grams(label: str) -> list[str]:
    grams: list[str] = []
    for run in _HAN_RUN.findall(label):
        grams += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    latin = _HAN_RUN.sub(" ", label)
    return grams + [word[:_STEM] for word in _WORD.findall(latin)]


def _script(gram: str) -> str:
    return "han" if _HAN_RUN.match(gram) else "word"


def _scripts(text: str) -> set[str]:
    found = {"han"} if _HAN_RUN.search(text) else set()
    if _WORD.search(_HAN_RUN.sub(" ", text)):
        found.add("word")
    return found
