"""Labels of English numbers that somebody's verb has for its object, or whose own state is told:
helped 310 families, grants paid for £3 million of it, £6 million has been drawn and £2 million has
not. Who does it is not what is measured."""

from __future__ import annotations

from viewer.model import Kind, Quantity
from viewer.quantities.english.clauses import goods_after
from viewer.quantities.english.naming.complements import phrase
from viewer.quantities.english.naming.deeds import is_people
from viewer.quantities.english.naming.doers import bare
from viewer.quantities.english.naming.label_cleanup import lowered
from viewer.quantities.english.naming.noun_phrases import first_name, is_name
from viewer.quantities.english.naming.verbs import NO_DEED, PARTICIPLE, done, participle
from viewer.quantities.english.words import HEDGES, MEASURES, MONEY, MONEY_SIGNS
from viewer.quantities.regex_cache import pattern

_HEDGED = rf"(?: (?:{HEDGES}|an?|combined|a total of|the|remaining|rest|other|of))*"
_HELPED = rf"\b(help|assist|enabl|advis)(?:e|ed|es|s|ing)?{_HEDGED} $"
_HELPED_TO = (
    r"\b(?:helped|helps|helping|enabled|allowed|let|assisted) (?:[0-9][0-9,.]* )?"
    rf"(?:[a-z'-]+ ){{1,3}}?(?:to )?(?P<verb>[a-z]+){_HEDGED} $"
)
"""What somebody is helped to do with a sum: helped 310 families claim."""
_PAID_FOR = rf"(?P<how>paid for|met|covered|funded|financed|bore){_HEDGED} $"
_WHO = r"(?:the |our own |our |its own |its |their )?(?P<who>[A-Za-z][a-z]*(?: [a-z'-]+){0,3}?)"
_OF_WHICH_PAID = rf"\bof which,? {_WHO} {_PAID_FOR}"
_AND_PAID = (
    rf",? and {_WHO} (?:for|paid for|met|covered)(?: the)?(?: (?:remaining|rest|other|{HEDGES}))* $"
)
_PAID_BY = r"^(?P<whole>.*) (?P<how>paid for|met|covered|funded|financed|borne) by "
_BORE = "borne"
_STATE = (
    rf"^(?: of (?:them|it|these|those|which))? (?:has|have|had|was|were|is|are)(?: been)?"
    rf"(?P<no> not(?: been)?)? (?P<done>{PARTICIPLE})\b(?P<more>(?: (?:at|to|as|for|on|with|under|"
    rf"free) [^,.;:()]*?)?)(?=[,.;:)\n]|$| and\b| but\b)"
)
"""What has been done with what a number tells: £6 million has been drawn."""
_NOT_SO = r"^ (?:has|have|had|was|were|is|are|did|do) not(?: been)?(?=[,.;:)\n]|$)"
_WAS_SO = (
    rf"^ (?:has|have|had|was|were|is|are)(?: been)? (?P<done>{PARTICIPLE}|[a-z]+)\b"
    r".* (?:and|but|while) $"
)
_PARTED = (": ", " and ", ", ", "; ", ", and ", " (")
_OF_WAY = (
    r"^(?:%| per ?cent)? of the way (?:there|to(?:wards)? (?:the|our|its|their|that) "
    r"(?P<aim>[a-z]+))\b"
)
_AIMED = r" (?P<aim>ambition|target|goal|hope|aim|plan|promise)$"
_REQUIRES = rf"\b(?:requires?|demands?|asks? for|calls? for|insists? on){_HEDGED} $"
_ON_THINGS = (
    rf"(?:^|[.;,]|\band )\W*(?P<what>[A-Za-z][a-z]+(?: [a-z]+)?) (?P<is>is|are) (?P<due>(?:due|set|"
    rf"expected|planned) to [a-z]+) (?P<on>on|in|at|for){_HEDGED} $"
)
_REACHED_THEM = rf"[a-z]s (?:have |had )?reached{_HEDGED} $"
_PLACES = ("villages", "towns", "homes", "schools", "communities", "districts")
_TO_BE = r"^(?: [a-z]+)? to be (?P<done>[a-z]+(?:ed|built|sold|let|made|taken|held))\b"
_EXPECT = r"\b[A-Za-z]+ (?P<hope>expects?|plans?|hopes?|wants?|intends?) [^.;,]*$"
_SAME_PART = r" of (?:the |all |its |our )?[a-z' -]{3,40} \("
"""A share's own count in brackets behind its whole: flats make up 30% of the stock (1,200)."""
_THEY_DID = (
    rf"(?:^|[,;:.] |\band )\W*(?:(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir) )?(?:[a-z-]+ )?"
    rf"(?P<who>[A-Za-z][a-z]+) (?P<verb>[a-z]+){_HEDGED} $"
)
_WITH_OBJECT = frozenset(
    ("covered", "used", "made", "took", "held", "reported", "recorded", "raised", "needed", "saw")
)
_NO_PURPOSE = r"^(?:[,.;:)\n]| (?:in|during|over|last|this|to date|so far|and|but|while)\b|$)"
_EACH = r"^,? (?:each|apiece|a head)(?=[,.;)\n]|$)"


def object_of(quantity: Quantity, around: tuple[str, str, str], names: tuple[str, str]) -> str:
    """The label of a number by the verb whose object it is, or by its state; '' for neither.

    `around` are the words of its sentence before it, those since the number before and those
    behind it; `names` are what the number before is called and the things counted last.
    """
    lead, gap, ahead = around
    known, things = names
    money = _is_money(quantity.unit) and quantity.kind is Kind.AMOUNT
    part = ""
    if money:
        part = _of_money(lead, gap, ahead, known) or _each(ahead, names)
    elif quantity.kind is Kind.SHARE:
        part = _towards_aim(lead, ahead, known)
    part = part or _by_doers(quantity, lead, ahead, money=money)
    if quantity.kind is Kind.COUNT:
        part = part or _same_part(gap, known) or _of_count(quantity, lead, ahead, things)
    return part or _by_state(quantity, gap, ahead, names)


def _towards_aim(lead: str, ahead: str, known: str) -> str:
    """A share as part of the way to an aim, or as the aim that something requires."""
    way = pattern(_OF_WAY).match(ahead)
    if way is not None and known:
        return _of_way(known, way["aim"] or "aim")
    required = known and pattern(_REQUIRES).search(lead)
    return f"{known.removesuffix(' target')} target" if required else ""


def _same_part(gap: str, known: str) -> str:
    """What a share is of, told once more by its count: make up 75% of the stock (13,905)."""
    part, shared, _ = known.partition(" share of ")
    return part if shared and pattern(_SAME_PART).fullmatch(gap) else ""


def tells_of_itself(quantity: Quantity, gap: str, ahead: str) -> bool:
    """Whether a number beside another says itself what has been done with it, or that it is for
    each of the things."""
    if quantity.kind is Kind.SHARE:
        return False
    if quantity.kind is Kind.AMOUNT and pattern(_EACH).match(ahead):
        return True
    return gap in _PARTED and pattern(_STATE).match(ahead) is not None


def _is_money(unit: str) -> bool:
    return bool(unit) and (unit[-1] in MONEY_SIGNS or unit in MONEY)


def _of_money(lead: str, gap: str, ahead: str, known: str) -> str:
    """What a sum is paid for by, or what somebody was helped to do with it."""
    found = pattern(_OF_WHICH_PAID).search(lead) if known else None
    if found is not None:
        how = _BORE if found["how"] == "bore" else found["how"]
        return f"{bare(lowered(known))} {how} by {found['who']}"
    head = pattern(_PAID_BY).match(known)
    other = pattern(_AND_PAID).search(gap) if head is not None else None
    if head is not None and other is not None:
        whole = head["whole"].removeprefix("share of ")
        return f"{whole} {head['how']} by {other['who']}"
    helped = pattern(_HELPED_TO).search(lead)
    verb = "" if helped is None else done(helped["verb"])
    goods = phrase(ahead[4:], 4) if verb and ahead.startswith((" in ", " of ")) else ""
    return f"{goods or 'amount'} {verb}" if verb else ""


def _each(ahead: str, names: tuple[str, str]) -> str:
    """A sum for each of the things counted last: about £940 each."""
    known, things = names
    one = _one_of(things.split(" ")[0]) if things else ""
    return f"{known} per {one}" if known and one and pattern(_EACH).match(ahead) else ""


def _one_of(things: str) -> str:
    """One of some things: family of families; '' where their name is no plural in -s."""
    if things.endswith("ies"):
        return f"{things[:-3]}y"
    return things[:-1] if things.endswith("s") and not things.endswith("ss") else ""


def _of_way(known: str, aim: str) -> str:
    """How far towards an aim something has come: 93% of the way there."""
    told = pattern(_AIMED).search(known)
    whole = known if told is None else known[: told.start()]
    return f"{whole} {aim if told is None else told['aim']} reached"


def _of_count(quantity: Quantity, lead: str, ahead: str, things: str) -> str:
    """Things helped; things on which work is to begin; things expected to be done."""
    named = quantity.unit.islower() and quantity.unit.rpartition(" ")[2] not in MEASURES
    own = quantity.unit if named else ""
    if own and pattern(_HELPED).search(lead):
        return f"{own} helped"
    if (is_people(own) or own in _PLACES) and pattern(_REACHED_THEM).search(lead):
        return f"{own} reached"
    begun = pattern(_ON_THINGS).search(lead) if own else None
    if begun is not None:
        return f"{own} {begun['on']} which {lowered(begun['what'])} {begun['is']} {begun['due']}"
    foreseen, hoped = pattern(_TO_BE).match(ahead), pattern(_EXPECT).search(lead)
    if foreseen is not None and hoped is not None and (of := first_name((own, things))):
        return f"{of} {_hoped(hoped['hope'])} to be {foreseen['done']}"
    return ""


def _by_doers(quantity: Quantity, lead: str, ahead: str, *, money: bool) -> str:
    """What persons did, and with what: drivers covered 900 miles, customers paid £60."""
    found = pattern(_THEY_DID).search(lead)
    if found is None or not is_people(found["who"]):
        return ""
    verb = participle(found["verb"])
    if money and found["verb"] in ("paid", "won", "owed"):
        timed = pattern(_NO_PURPOSE).match(ahead) is not None
        return f"amount {verb} by {found['who']}" if timed else ""
    level = found["verb"] in NO_DEED and found["verb"] not in _WITH_OBJECT
    if money or level or quantity.kind not in (Kind.COUNT, Kind.AMOUNT):
        return ""
    plain = quantity.unit.islower() and quantity.unit.replace(" ", "").isalpha()
    of = quantity.unit if plain else ""
    if quantity.kind is Kind.AMOUNT:
        of = goods_after(ahead) or of
    return f"{of} {verb}" if of and verb else ""


def _hoped(verb: str) -> str:
    return done(verb.removesuffix("s")) if verb.startswith(("expect", "intend")) else "planned"


def _by_state(quantity: Quantity, gap: str, ahead: str, names: tuple[str, str]) -> str:
    """What has or has not been done with what a member of a list tells."""
    known, things = names
    if quantity.kind not in (Kind.COUNT, Kind.AMOUNT) or quantity.unit[:1].islower():
        return ""
    of = bare(things if quantity.kind is Kind.COUNT and things else known)
    if not of or not is_name(of):
        return ""
    before = pattern(_WAS_SO).match(gap) if pattern(_NOT_SO).match(ahead) else None
    if before is not None:
        whole = of.removesuffix(f" {before['done']}")
        return f"{whole} not {before['done']}"
    found = pattern(_STATE).match(ahead) if gap == ": " else None
    if found is None:
        return ""
    return f"{of}{found['no'] or ''} {found['done']}{found['more'].rstrip()}"
