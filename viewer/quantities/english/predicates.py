"""Labels from the predicate behind an English number that is itself the subject of its clause:
£4 million came from grants, 91% of teachers rated the visits good, £180,000 was raised at fairs."""

from __future__ import annotations

from viewer.model import Kind, Quantity
from viewer.quantities.english.naming.complements import phrase
from viewer.quantities.english.naming.deeds import is_people
from viewer.quantities.english.phrases import noun
from viewer.quantities.english.words import HEDGES, MONEY
from viewer.quantities.regex_cache import pattern

_STOP = r"(?=[,.;:()\n]|$| (?:and|but|while|whereas|compared|up|down|as|after|when|which)\b)"
_WORDS = rf"([A-Za-z][\w'&/-]*(?: [A-Za-z][\w'&/-]*){{0,7}}?){_STOP}"
_WAS = (
    r"(?:is|are|was|were|has been|have been|had been|will be|would be)(?: (?:still|also|then|now))*"
)
_OPENS = (
    rf"(?:^|[,;:.\n(] ?|\b(?:and|but|while|whereas|though|although|that|with)\b)\W*"
    rf"(?:(?:{HEDGES}|a total of|a further|a net|another|of (?:this|that|these|them|which|whom),?|"
    r"in total,?) ?)*$"
)
_SHARED_OUT = (
    rf"^ (?:(?:came|comes) from|(?:went|goes) (?:to|on|towards|into)|(?:was|were|is|"
    rf"are) (?:earned|raised|received|spent|paid|drawn|used|allocated) (?:from|on|to|"
    rf"for)) [^,.;]{{2,40}}?,?(?: and)? (?:{HEDGES} )?$"
)
_SOURCE = rf"^ (?:came|comes|coming|stemmed|was received|were received|was drawn) from {_WORDS}"
_WENT = (
    rf"^(?: of (?:this|that|it))? (?:went|goes|will go|was put|were put) (on|to|towards|"
    rf"into) {_WORDS}"
)
_FROM_TO = rf"^ (?:from|to|on|towards|into|for) {_WORDS}"
_DONE_TO = (
    rf"^ {_WAS} ((?:raised|owed|paid|received|donated|lost|saved|seized|recovered|stolen|collected|"
    r"returned|written off|granted|approved|allocated|provided|committed|contributed|withdrawn|"
    r"borrowed|claimed|awarded|set aside|held|earned|refunded|"
    rf"pledged|transferred|repaid)(?: (?:by|on|from|at|in|to|for|under|during|through) {_WORDS})?)"
)
_SPENT_ON = rf"^(?: of (?:this|that|it))? {_WAS} spent on (?!average\b)"
_SAID = (
    r"said|say|thought|think|believed?|felt|feel|rated|described|agreed?|disagreed?|wanted?|preferred?|"
    r"expect(?:s|ed)?|intend\w*|planned|reported|supported?|opposed?|backed|complained|regarded|considered|"
    r"trusted?|feared|hoped|knew|know|found|find|voted|chose|never|always|rarely|would|could"
)
_THEY = r" (?:said|say|reported|thought|felt) (?:that )?they (?:were|are|had been|felt) "
"""What a label leaves out: lines said they were satisfied is lines satisfied."""
_WERE = rf"^ (?:were|was|are|is) ((?:[a-z]+ed|paid|built|made|sent|held|met|upheld) {_WORDS})"
_OF_WHO = (
    r"^ (?:of (?:the |all |its |our |their |those )?)?"
    r"((?:[a-z][\w'-]* ){0,3}?(?:people|staff|women|men|children|adults|[a-z][a-z-]+s)) "
)
_WHO_SAID = rf"{_OF_WHO}((?:{_SAID}) {_WORDS})"
_WHO_WERE = (
    r"^ ((?:[a-z][\w'-]* ){0,2}?(?:people|staff|women|men|children|adults|[a-z][a-z-]+s)) "
    rf"(?:was|were|is|are|has been|have been) ([a-z]+ed{_STOP}|[a-z]+ed {_WORDS})"
)
"""One in five trains was cancelled."""
_BEING_ONES = (
    rf"^ (?:were|was|are|is) ((?!in\b|at\b|on\b|up\b|down\b|below\b|above\b)[a-z]+{_STOP})"
)
_WHO_ARE = (
    r"^ (?!of\b)((?:[a-z][\w'-]* ){0,2}?[a-z-]+s) (?:are|were) "
    rf"((?!(?:in|at|on|up|down|not)\b)[a-z-]+(?: [a-z-]+)?){_STOP}"
)
"""Three in five managers are women."""
_OF_THESE = r"\b[Oo]f (?:these|those|the|its|all)\b[^,;]*,? $"
_ONES_SAID = rf"^ ((?:{_SAID}) {_WORDS})"
_AT = rf"(?:^\W*|[.;:\n]\W*|, (?:and |but |while )?)[Aa]t (?:(?:{HEDGES}) )*$"
_LEVEL_OF = (
    r"^(?: per cent| percent)?, ((?:the |its )?(?:[A-Za-z][\w'-]* ){1,10}?)"
    r"(?:is|was|were|are|remains?|remained|has|had)\b"
)
"""A level before what it is of: At 3.1%, core inflation is the lowest in four years."""
_FOUND = r"\b(?:found|showed|shows|recorded|saw|left|considered|rated) (?:that )?$"
_BEING = (
    r"^ (?:were |are |was |is |felt )?((?:[a-z]+ed|happy|unhappy|able|unable|willing|unwilling|"
    r"aware|"
    rf"unaware|ready|safe|unsafe|likely|unlikely|confident|proud|content)(?: {_WORDS})?)"
)
_LONGEST = 9
_LOOSE = r"(?: (?:the|a|an|of|to|in|on|with|for|by|at|and|or|their|its|that))+$"
_EARNED = {
    "raised": "funds raised",
    "spent": "spending",
    "donated": "donations",
    "borrowed": "borrowing",
    "earned": "earnings",
    "invested": "investment",
    "saved": "savings",
    "repaid": "repayment",
}
_ACTED = (
    rf"\b({'|'.join(_EARNED)})(?: us| them| it)? "
    rf"(?:(?:{HEDGES}|a total of|a record|a further|an extra) )*$"
)
_TIMED = (
    r"^ ?(?:in|during|over|last|this|by|for the|on average|a year|each year|[.,;]|$|from|and|"
    r"compared|through)"
)


def predicated(
    quantity: Quantity, lead: str, gap: str, ahead: str, names: tuple[str, str] = ("", "")
) -> str:
    """The label from the words behind a number that opens its clause; '' where they give none.

    `names` are what the number before is called, and the things counted last.
    """
    known, things = names
    asked = quantity.kind is Kind.SHARE and pattern(_FOUND).search(lead) is not None
    if asked and (being := pattern(_BEING).match(ahead)) is not None:
        return _short(being.group(1))
    if shared := _shared_out(gap, ahead) or _at_level(lead, ahead):
        return shared
    if pattern(_OPENS).search(lead) is None:
        return ""
    if quantity.kind is Kind.SHARE:
        done = pattern(_WERE).match(ahead) if known else None
        return (
            _of_answers(lead, ahead, things) if done is None else _short(f"{known} {done.group(1)}")
        )
    if quantity.kind is Kind.AMOUNT and _is_money(quantity.unit):
        return _of_money(ahead)
    return ""


def acted(quantity: Quantity, lead: str, ahead: str) -> str:
    """Funds raised, where a body raised £8 million and nothing says for what."""
    if quantity.kind is not Kind.AMOUNT or not _is_money(quantity.unit):
        return ""
    found = pattern(_ACTED).search(lead)
    return "" if found is None or not pattern(_TIMED).match(ahead) else _EARNED[found.group(1)]


def _is_money(unit: str) -> bool:
    return unit[:1] in "$£€¥" or unit in MONEY or unit[:1].isupper()


def _shared_out(gap: str, ahead: str) -> str:
    """The second of two parts: £5 million came from grants and £2 million from donations."""
    found = pattern(_FROM_TO).match(ahead) if pattern(_SHARED_OUT).match(gap) else None
    return "" if found is None else noun(found.group(1))


def _at_level(lead: str, ahead: str) -> str:
    """What a level that opens its sentence is of: At 3.1%, core inflation is."""
    level = pattern(_LEVEL_OF).match(ahead) if pattern(_AT).search(lead) else None
    return "" if level is None else noun(level.group(1))


def _of_money(ahead: str) -> str:
    source = pattern(_SOURCE).match(ahead)
    if source is not None:
        return noun(source.group(1))
    went = pattern(_WENT).match(ahead)
    if went is not None:
        named = noun(went.group(2))
        return f"spending on {named}" if named and went.group(1) == "on" else named
    spent = pattern(_SPENT_ON).match(ahead)
    if spent is not None and (named := phrase(ahead[spent.end() :])):
        return f"spending on {named}"
    done = pattern(_DONE_TO).match(ahead)
    return "" if done is None else _short(done.group(1))


def _of_answers(lead: str, ahead: str, things: str) -> str:
    who = pattern(_WHO_SAID).match(ahead) or pattern(_WHO_WERE).match(ahead)
    if who is not None:
        return _short(f"{who.group(1)} {who.group(2)}")
    being = pattern(_WHO_ARE).match(ahead)
    if being is not None:
        return _short(f"{being.group(1)} who are {being.group(2)}")
    ones = pattern(_ONES_SAID).match(ahead)
    if ones is not None and things:
        return _short(f"{things} {'who' if is_people(things) else 'that'} {ones.group(1)}")
    if ones is None and pattern(_OF_THESE).search(lead) is None:
        ones = pattern(_BEING_ONES).match(ahead)
    return "" if ones is None else _short(ones.group(1))


def _short(words: str) -> str:
    words = pattern(rf" (?:who|that){_THEY}").sub(" ", words)
    words = pattern(_THEY).sub(" ", words)
    return pattern(_LOOSE).sub("", " ".join(words.split()[:_LONGEST]))
