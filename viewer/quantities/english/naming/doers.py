"""Labels of English numbers that do or are something: 712,000 gained safe water, 34% reported no
change, 62% of the backlog is expected to ship."""

from __future__ import annotations

from viewer.model import Kind, Quantity
from viewer.quantities.english.clauses import is_bare_count
from viewer.quantities.english.following_nouns import things_after
from viewer.quantities.english.naming.complements import phrase, without_apposition
from viewer.quantities.english.naming.deeds import is_people
from viewer.quantities.english.naming.verbs import NO_DEED, PARTICIPLE, is_base, is_past
from viewer.quantities.english.words import HEDGES, MEASURES, MONEY
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_OPENS = (
    rf"(?:^|[,;:.\n(] ?|\b(?:and|but|while|whereas|though|although|that)\b)\W*"
    rf"(?:(?:{HEDGES}|a total of|a further|another|in total|in all|of (?:this|that|these|those|"
    r"them|which|whom|it),?|of (?:our|the|its) [0-9][0-9,]*(?: [a-z]+){1,3},|"
    r"in (?:the|our|a|its) (?:[a-z]+ ){0,2}(?:survey|poll|study|census|questionnaire),?|"
    r"the remaining|the other|the rest,?|the|altogether|overall|some|only|"
    r"(?:over|by|at|in|on) [^,0-9]{3,24},?|of (?:all|these|those) [^,0-9]{3,40},) ?)*$"
)
_OF = (
    r"^(?:%| per ?cent| percent)? of (?:the |our |its |their |all |those )*(?P<what>[a-z][\w' -]*)"
)
_OF_ALL = (
    r"\b[Oo]f (?:all|these|those) (?:the |our |its )?(?P<things>[a-z][a-z' -]{2,40}),[a-z ]{0,16}$"
)
_IN_EACH = r"^ ((?:[a-z]+ )?[a-z-]+s)(?= [a-z])"
"""The things of a share that is told by few: one in five vacancies took."""
_PRESENT = frozenset(
    listed(
        "plan expect want believe say think use own rent support oppose have need intend hope "
        "report feel prefer trust agree disagree employ offer speak read drink eat smoke drive "
        "rely "
        "study receive attend visit travel commute belong benefit depend earn qualify "
        "complain play subscribe suffer face"
    )
)
_BE = r"^ ((?:is|are|was|were|has been|have been|had been|will be) (?:also |now |still )?)"
_BECOMES = (
    r"^(?:due|likely|forecast|in|within|under|on|at|of|by|for|nationals|"
    rf"{PARTICIPLE}|(?!(?:about|over|around|nearly|just|only|more|less|from|down|back|"
    r"with|also|still|then|now|very)\b)[a-z]{4,} (?:on|in|at|for|from|with) (?:a|an|the|their|its|"
    r"[a-z]+)|"
    r"(?!mor|noth|dur|includ)[a-z]{3,}ing)\b"
)
_MONEY_DONE = (
    r"^ (?:is to be|will be|would be|is being|was|were|has been|have been|is|are) spent on "
)
_WHERE = r"(?<=[a-z]ed) (?:along|across|in|at|by|on|over|throughout)\b.*$"
"""Where something was done, which its label leaves out: hedges planted along the road."""
_WITH_OBJECT = (
    r"^ [a-z]+ (?!(?:by|to|from|at|in|of|on|for|up|down|more|less|about|around|over|under|nearly|"
    r"almost|further|[a-z]+ly)\b(?! (?:least|most) ))[a-z]"
)
"""A verb with an object behind it, where without one it would tell a level: gained access."""
_ADJECTIVE = r"^([a-z][a-z-]{2,}(?<!ed)(?<!ly)(?<!s))(?=[,.;]| and\b| or\b|$)"
_NO_ADJECTIVE = ("men", "women", "children", "people", "male", "female")
_SAID_THEY = (
    r"^ (?:said|say|reported|report|told us|thought|felt)(?: that)?(?: they)?"
    r"(?= (?:would|could|had|have|were|are|felt|feel)\b)"
)
"""What a label leaves out of what people say of themselves: said that they would move."""
_ADVERB = (
    r"^ (?:now|still|also|already|currently|even|therefore|only|regularly|never|"
    r"always)(?= [a-z])"
)
_BY_SOMEBODY = rf"^ {PARTICIPLE} by [a-z]"
_OWN = rf"^ (?:have|has) (?!(?:{PARTICIPLE}|been|to|not|no)\b)"
_MODALS = ("would", "could", "had")
_WENT = r"^ (?P<verb>came|come|went|go) (?P<way>for|from|to|on|by) (?=[a-z])"
_STATE = (
    r"^ (?:were |are |was |is )?(?:still |now )?(pending|outstanding|open|under way|underway|"
    r"unresolved|vacant|"
    r"under construction|in progress|on hold|in service|in use|remaining)\b"
)
_PRONOUNS = frozenset(("it", "them", "these", "those", "this", "that", "which", "whom"))
_WORN = (
    r"(?: (?:that|who|which|where|with|expected|given) .*| (?:in|to) (?:19|20)[0-9]{2}| a year ago|"
    r" [a-z]{3,}ed(?: (?:to|with|in|for) .*)?| share of .*| target(?: reached)?)$"
)
_OF_TIME = r"\b(?:days|weeks|months|years|quarters|hours|minutes)$"
_LONG = 10


def doing(quantity: Quantity, lead: str, ahead: str, known: str) -> str:
    """The things of a number that opens its clause, with what they did; '' where it opens none.

    `known` are the things that the number before counts, or its label.
    """
    if quantity.kind not in (Kind.COUNT, Kind.SHARE, Kind.AMOUNT, Kind.CHANGE):
        return ""
    ahead = ahead.removeprefix(" or so")
    if pattern(_OPENS, 2).search(lead) is None:
        return ""
    whole = pattern(_OF_ALL).search(lead)
    deed_alone = whole is not None and pattern(PARTICIPLE).fullmatch(whole["things"]) is not None
    of = known if whole is None or deed_alone else whole["things"]  # Of those completed
    things, behind = _things(quantity, ahead, of)
    if quantity.kind is Kind.AMOUNT:
        spent = pattern(_MONEY_DONE).match(behind)
        if spent is not None and (named := phrase(behind[spent.end() :])):
            return f"spending on {named}"
    bare_count = is_bare_count(quantity)
    people = is_people(things)
    in_each = pattern(_IN_EACH).match(ahead) if " in " in quantity.surface else None
    if in_each is not None:
        things, behind = in_each.group(1), ahead[in_each.end() :]
    told = _told(behind, people=people, bare_count=bare_count) if things else ""
    if in_each is not None and not told:
        return things
    if told and " " not in told and not told.endswith("ed"):
        return f"{told} {things}"
    return f"{things} {told}" if told else ""


def opens_predicate(ahead: str) -> bool:
    """Whether a predicate stands right behind a number: 57% said that, 71% now have."""
    verb = pattern(r"^ ([a-z]+) (?!(?:up|down|higher|lower|more|less|above|below)\b)").match(
        pattern(_ADVERB).sub("", ahead)
    )
    return verb is not None and (_is_finite(verb.group(1)) or verb.group(1) in _MODALS)


def left_over(quantity: Quantity, ahead: str, things: str) -> str:
    """How the things counted last are, of which a bare number tells how many: had 9,310 pending."""
    state = pattern(_STATE).match(ahead) if things and is_bare_count(quantity) else None
    return "" if state is None else f"{things} {state.group(1)}"


def things_of(quantity: Quantity, ahead: str) -> str:
    """The things that a number counts or is a part of, in the words behind it; '' for none."""
    if quantity.kind is Kind.COUNT:
        unit = quantity.unit
        if unit and unit.replace(" ", "").isalpha():
            return unit if unit.islower() and not _is_measure(unit) else ""
        things = things_after(ahead)
        return "" if pattern(_OF_TIME).search(things) else things
    named = pattern(_OF).match(ahead) if quantity.kind is Kind.SHARE else None
    return "" if named is None else _of_what(named["what"], ahead, named.start("what"), "")[0]


def _is_measure(unit: str) -> bool:
    return unit.rpartition(" ")[2] in MEASURES or unit in MONEY or "point" in unit


def _things(quantity: Quantity, ahead: str, known: str) -> tuple[str, str]:
    """What a number counts or is a part of, and the words behind that."""
    named = pattern(_OF).match(ahead)
    if named is not None:
        return _of_what(named["what"], ahead, named.start("what"), known)
    if quantity.kind is Kind.COUNT and quantity.unit.replace(" ", "").isalpha():
        return quantity.unit, ahead
    if quantity.kind is Kind.COUNT and (things := things_after(ahead)):
        return things, ahead[ahead.index(things) + len(things) :]
    ahead = without_apposition(ahead)
    ahead = pattern(r"^ of (?:which|whom|them|these)\b").sub("", ahead)
    if quantity.kind is Kind.AMOUNT and quantity.unit[:1].islower():
        return "", ahead
    measured = quantity.kind is Kind.AMOUNT and quantity.unit.isalpha() and quantity.unit.isupper()
    if measured and quantity.unit not in MONEY:
        return quantity.unit, ahead
    return bare(known), ahead


def _of_what(what: str, ahead: str, start: int, known: str) -> tuple[str, str]:
    """The noun behind `of` up to its verb, or what a pronoun there stands for."""
    words = what.split(" ")
    if words[0] in _PRONOUNS:
        return bare(known), without_apposition(ahead[start + len(words[0]) :])
    for at in range(1, len(words)):
        if _is_finite(words[at]) or words[at] in ("is", "are", "was", "were", "has", "have"):
            things = " ".join(words[:at])
            return things, ahead[start + len(things) :]
    return "", ahead


def bare(known: str) -> str:
    """The things of a label less what it tells of them: people reached in 2023 are people."""
    return pattern(_WORN).sub("", pattern(_WORN).sub("", known))


def _is_finite(word: str) -> bool:
    return (
        word in _PRESENT
        or is_base(word)
        or (is_past(word) and word not in ("aged", "based", "named", "called"))
    )


def _told(behind: str, *, people: bool, bare_count: bool) -> str:
    """What things did, or what was done with them."""
    behind = pattern(_SAID_THEY).sub("", pattern(_ADVERB).sub("", behind))
    if pattern(_BY_SOMEBODY).match(behind):
        return phrase(behind[1:], _LONG)
    being = pattern(_BE).match(behind)
    if being is not None:
        return _being(behind[being.end() :], bare_count=bare_count)
    return _doing(behind, "who" if people else "that")


def _being(words: str, *, bare_count: bool) -> str:
    """What things are or what was done with them, by the words behind were or is."""
    of_kind = pattern(_ADJECTIVE).match(words)
    if of_kind is not None and of_kind.group(1) not in _NO_ADJECTIVE:
        return of_kind.group(1) if bare_count else ""
    told = phrase(words, _LONG) if pattern(_BECOMES).match(words) else ""
    return pattern(_WHERE).sub("", told)


def _doing(behind: str, who: str) -> str:
    """What things did, told by `who` or that and their verb."""
    verb = pattern(r"^ ([a-z]+)\b").match(behind)
    modal = verb is not None and verb.group(1) in _MODALS
    if verb is None or not (modal or _is_finite(verb.group(1))):
        return ""
    went = pattern(_WENT).match(behind)
    if went is not None and (where := phrase(behind[went.end() :], _LONG)):
        led = "" if went["way"] == "from" else f"{who} {went['verb']} "
        return f"{led}{went['way']} {where}"
    if modal:
        words = phrase(behind[verb.end() :], _LONG)
        return f"{who} {verb.group(1)} {words}" if words else ""
    owned = pattern(_OWN).match(behind)
    if owned is not None and (words := phrase(behind[owned.end() :], _LONG)):
        return f"with {words}"
    level = verb.group(1) in NO_DEED and pattern(_WITH_OBJECT).match(behind) is None
    words = "" if level else phrase(behind[1:], _LONG)
    return f"{who} {words}" if words else ""
