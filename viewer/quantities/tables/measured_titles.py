"""What the title of an English table measures: Cargo by type, Balance of opinion (points)."""

from __future__ import annotations

from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.english_units import in_line, stated
from viewer.quantities.tables.headers import bracketed_words

_NUMBERED = r"^(?:#+ ?)?(?:(?:Table|Figure|Exhibit|Chart|Panel) [0-9A-Z]+(?:[.-][0-9]+)*[.:]? ?)?"
_SHOWN = (
    r"^(?:The )?(?:following |next )?(?:table|figures)(?: below)? "
    r"(?:sets? out|shows?|presents?|gives?|summari[sz]es?|lists?|breaks? down) (?:the |our |its )?"
)
_BY = r"^((?:[A-Za-z][\w'&-]* ){1,5})by [A-Za-z]"
_NAME = (
    r"^[A-Za-z][\w'&-]*(?: (?!(?:the|and|is|are|was|were|has|have|had)\b)[A-Za-z][\w'&-]*){0,5}$"
)
_NO_MEASURE = (
    r"(?i:\b(?:results?|summary|highlights|statements?|projections?|forecasts?|indicators?|figures|"
    r"data|statistics|overview|accounts?|table|details?|performance|review|breakdown|"
    r"comparison|estimates?|outlook|information|position|sheet|targets?|budget|actuals?|numbers)\b)"
)
_ROW_MEASURES = (
    r"(?i:\b(?:revenues?|income|profits?|costs?|expens\w+|margins?|assets|liabilities|debt|rate|"
    r"ratio|share|number|eps|earnings|growth|index|sales|spending|expenditure|ebitda?|turnover|"
    r"surplus|deficit|tax|cash|price|prices|wages?|inflation|balance|gdp|loss)\b)"
)
_WORDS = r"[A-Za-z]{3,}"


def measure_of(line: str) -> str:
    """What a title of a table says that its cells measure; '' where it says nothing of the kind."""
    if not line.isascii() or ":" in line[-1:] or line.count(",") > 1:
        return ""
    words = pattern(_NUMBERED).sub("", line.strip())
    title = pattern(_SHOWN, 2).sub("", words)
    by = pattern(_BY).match(title)
    if by is not None:
        return _measure(by.group(1).strip())
    unit = bracketed_words(words)
    if unit and any(stated(unit)) and not in_line(words.partition("(")[0]):
        return _measure(words.partition("(")[0].strip())
    return ""


def _measure(name: str) -> str:
    if pattern(_NAME).match(name) is None or pattern(_NO_MEASURE).search(name):
        return ""
    proper = name[1:2].isupper() or pattern(r"^[A-Z][a-z]+ [A-Z]").match(name) is not None
    return name if proper else name[0].lower() + name[1:]


def with_measure(row: str, measure: str) -> str:
    """The name of a row with what its table measures, unless it names a measure itself."""
    if not measure or pattern(_ROW_MEASURES).search(row):
        return row
    told = set(pattern(_WORDS).findall(row.lower()))
    if told.intersection(pattern(_WORDS).findall(measure.lower())):
        return row
    return f"{row} {measure}"
