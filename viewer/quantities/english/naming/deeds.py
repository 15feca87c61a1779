"""Labels of English numbers that somebody did something with: we reached 1.2 million people,
toilets were built in 84 schools, orders were placed by 12 of the shops."""

from __future__ import annotations

from typing import NamedTuple

from viewer.model import Kind, Quantity
from viewer.quantities.english.following_nouns import before_place, part_of, things_after
from viewer.quantities.english.naming.complements import is_time, phrase
from viewer.quantities.english.naming.verbs import (
    NO_DEED,
    done,
    is_deed,
    is_past,
    is_somebody,
    participle,
)
from viewer.quantities.english.words import HEDGES, MEASURES, MONEY, PEOPLE
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_HEDGED = rf"(?: (?:{HEDGES}|a|an|the|a total of|a record|another|a further|further|total|of))+$"
_AUXILIARIES = frozenset(listed("will would can could should may might must has have had also"))
_PERFECT = frozenset(listed("has have had also"))
_CHAINED = frozenset(
    listed(
        "aim aims aimed plan plans planned hope hopes hoped want wants wanted intend "
        "intends intended "
        "help helps helped expect expects expected able enabled enables allowed allows let "
        "lets need "
        "needs managed seek seeks sought try tried"
    )
)
"""Verbs that lead to what is done: aim to reach, helped us reach."""
_ENABLING = frozenset(listed("help helps helped enabled enables allowed allows let lets managed"))
_PLACED = frozenset(listed("in at across"))
_LISTED_DOERS = (
    r"^[^,.;0-9]{0,24}, (?!and |but |includ|which |who |compar|taking |bringing |in |by |as |"
    r"while |of |up |down |from |with |an? |the |over |"
    r"more )(?:[a-z]+ ){1,3}(?:[0-9]|and (?:[a-z]+ ){1,3}[0-9])"
)
"""Others that did the same, behind a number: , trams 18.9 million and ferries 3.2 million."""
_WHO = frozenset(listed("we it they he she i you this that these those"))
_GIVING = frozenset(listed("provided supplied equipped"))
_PREPOSITIONS = _PLACED | frozenset(listed("to with for from on into"))
_ADVERBS = frozenset(listed("also then now still already only just directly jointly successfully"))
_DETERMINERS = frozenset(listed("the a an our its their his her my your"))
_SUBJECT = r"^\W*(?:and |but |while |when |because |that |which )*"
_AGENT = (
    r"^\W*(?:and |but |while )?(?P<what>[A-Za-z][\w' -]{2,60}?) (?:was|were|is|are|has been|"
    r"have been)"
    rf" (?P<verb>[a-z]+)(?P<rest>(?: [a-z]+){{0,4}}?) by(?: (?:{HEDGES}|all))*$"
)
_AT_PART = (
    r"^\W*(?:and |but |while )?(?P<what>(?:[A-Za-z][\w'-]* ){1,4}?)(?P<verb>[a-z]+) "
    rf"(?P<things>(?:[a-z][\w'-]* ){{1,3}}?)(?:at|in|among)(?: (?:{HEDGES}))*$"
)
_OF_WHOM = (
    r"^(?:%| per ?cent| percent)? of (?:the |its |our |"
    r"all )?(?P<who>[a-z][\w' -]{2,40}?)(?=[.,;)]| and|$)"
)
_SUBCLAUSE = r"\b(?:because|when|after|before|since|so that|until|although|though|if)\b"
_FEW = 5
_PERSONS = PEOPLE | {"adults", "pupils", "guests", "households", "tenants", "graduates"}


class Deed(NamedTuple):
    """What is done: the participle, its object before the number, the preposition between; and
    the bare verb where it is still to be done; who does it."""

    verb: str
    things: str = ""
    preposition: str = ""
    planned: str = ""
    doer: str = ""


def with_deed(quantity: Quantity, clause: str, ahead: str, last: str = "") -> str:
    """The label that the deed of a clause gives the number behind it; '' for none.

    `last` are the things counted last, to which a second deed may be done: treated 20, kept 14.
    """
    deed, things = _deed(_near(clause)), _counted(quantity, ahead)
    if deed is None or (things.startswith("per") and quantity.kind is Kind.CHANGE):
        return ""
    if quantity.kind is Kind.COUNT or (quantity.kind is Kind.CHANGE and quantity.unit == things):
        again = "" if deed.doer or deed.preposition or not last else f"{last} {deed.verb}"
        return _of_count(deed, things, ahead) if things else again
    if quantity.kind is Kind.SHARE:
        whole = part_of(ahead).partition(" and ")[0] if not deed.preposition else ""
        if not whole or deed.planned:
            return ""
        things, placed, where = before_place(whole).partition(" within ")
        return f"{things} {deed.verb}{placed}{where}"
    if quantity.kind is not Kind.AMOUNT:
        return ""
    return _of_money(deed, ahead) if _is_money(quantity.unit) else _of_measure(quantity, deed)


def _near(clause: str) -> str:
    """The words of a clause from its last verb on, without those that hedge the number."""
    near = pattern(_SUBCLAUSE).split(clause)[-1]
    if pattern(r"[0-9]").search(near) and " and " in near:
        near = near.rpartition(" and ")[2]
    return pattern(_HEDGED).sub("", " " + near.strip()).strip()


def shared_deed(quantity: Quantity, clause: str, ahead: str) -> str:
    """The label of the first of several whose deed is told once: buses carried 41, trams 18."""
    listed = quantity.kind is Kind.COUNT and pattern(_LISTED_DOERS).match(ahead) is not None
    return with_deed(quantity, clause, ahead) if listed else ""


def goods_done(clause: str, goods: str) -> str:
    """Goods with what is done with a measure of them: wheat harvested, electricity generated by
    wind farms."""
    deed = _deed(_near(clause))
    if deed is None or deed.things or deed.preposition or deed.planned or deed.verb in NO_DEED:
        return goods
    who = deed.doer.lower().split()[-1:] or [""]
    told = who[0] in _WHO or is_somebody(deed.doer) or not who[0] or len(deed.doer.split()) > 2
    return f"{goods} {deed.verb}" if told else f"{goods} {deed.verb} by {_lowered(deed.doer)}"


def where_done(quantity: Quantity, clause: str, ahead: str) -> str:
    """Where something happens, of which a number is a part: leaks halted work at 27% of yards."""
    found = pattern(_AT_PART).match(clause.rstrip()) if quantity.kind is Kind.SHARE else None
    who = pattern(_OF_WHOM).match(ahead) if found is not None else None
    if found is None or who is None or not is_deed(found["verb"], by_somebody=False):
        return ""
    what = found["what"] if found["what"][1:2].isupper() else _lowered(found["what"])
    return f"{who['who']} where {what.strip()} {found['verb']} {found['things'].strip()}"


def by_agent(quantity: Quantity, clause: str, ahead: str, things: str) -> str:
    """Who did what, of whom a number tells how many: noise was named by 62% of tenants.

    `things` are those counted last, for which a pronoun stands.
    """
    found = pattern(_AGENT).match(clause.rstrip())
    who = pattern(_OF_WHOM).match(ahead)
    if found is None or who is None or quantity.kind not in (Kind.SHARE, Kind.COUNT, Kind.CHANGE):
        return ""
    if not is_past(found["verb"]):
        return ""
    what = found["what"]
    what = pattern(r"^(?:the|a|an) ").sub("", what if what[1:2].isupper() else _lowered(what))
    named = things if who["who"] in ("them", "these", "those") else who["who"]
    return "" if not named else f"{named} that {found['verb']} {what}{found['rest']}"


def _lowered(words: str) -> str:
    return words[0].lower() + words[1:]


def _counted(quantity: Quantity, ahead: str) -> str:
    """The things that a count is of, by its unit or the plural behind it."""
    unit = quantity.unit
    if not unit:
        return things_after(ahead)
    last = unit.rpartition(" ")[2]
    plain = last.isalpha() and last.islower() and "per " not in unit
    return unit if plain and last not in MEASURES and last not in MONEY else ""


def _is_money(unit: str) -> bool:
    return bool(unit) and (unit[-1] in "$£€¥₹" or unit in MONEY)


def _deed(clause: str) -> Deed | None:
    """What the words before a number say that somebody did with it, or with things in or to it."""
    words = pattern(_SUBJECT).sub("", clause).split()
    at = next((n for n, word in enumerate(words[: _FEW * 2]) if _is_verb(words, n)), -1)
    if at < 0:
        return None
    subject = " ".join(words[:at])
    verb, main = _main_verb(words, at, somebody=bool(subject) and is_somebody(subject))
    deed = _with_object(verb, words[main + 1 :]) if verb else None
    planned = words[at] in (_AUXILIARIES - _PERFECT) | (_CHAINED - _ENABLING)
    if deed is None:
        return None
    return deed._replace(planned=words[main] if planned else "", doer=subject)


def _is_verb(words: list[str], at: int) -> bool:
    """Whether the finite verb of a clause stands at `at`: no participle between noun and noun."""
    word = words[at]
    if word in _AUXILIARIES or word in _CHAINED:
        return True
    if at and words[at - 1] in _DETERMINERS:
        return False
    if word.endswith("ing"):
        return at == 0 and bool(participle(word)) and not any(map(is_past, words[1:2]))
    return is_past(word)


def _main_verb(words: list[str], at: int, *, somebody: bool) -> tuple[str, int]:
    """The participle of the deed and where its verb stands; '' for a verb that tells none."""
    word = words[at]
    while word in _AUXILIARIES | _ADVERBS and at + 1 < len(words):
        at, word = at + 1, words[at + 1]
    if word in _CHAINED:
        return _chained(words, at)
    after_modal = at > 0 and words[at - 1] in _AUXILIARIES - _PERFECT
    if after_modal:
        return (done(word), at) if somebody else ("", at)
    if words[at - 1 : at] == ["be"] or word == "be" or not is_deed(word, by_somebody=somebody):
        return "", at
    return participle(word), at


def _chained(words: list[str], at: int) -> tuple[str, int]:
    """The deed behind a verb that leads to it: aim to reach, helped us reach."""
    end = at + 1
    while end < len(words) and words[end] in ("to", "us", "them", "it", "and"):
        end += 1
    if end == at + 1 or end >= len(words):
        return "", at
    return done(words[end]), end


def _with_object(verb: str, rest: list[str]) -> Deed | None:
    """The deed with what stands between its verb and the number."""
    if rest and rest[0] in ("back", "out", "up", "off"):
        verb, rest = f"{verb} {rest[0]}", rest[1:]
    if not rest:
        return Deed(verb)
    if rest[-1] not in _PREPOSITIONS:
        return _either(verb, rest)
    things = " ".join(word for word in rest[:-1] if word not in _DETERMINERS)
    if len(rest) > _FEW + 2 or any(is_past(word) for word in rest[:-1]):
        return None
    things = pattern(r"^(?:[$£€]?[0-9][0-9.,]*%? (?:million |billion )?)").sub("", things)
    if pattern(r"[0-9]").search(things) or things.split()[:1] in (["with"], ["to"], ["in"]):
        return None
    return Deed(verb, things, rest[-1])


def _either(verb: str, rest: list[str]) -> Deed | None:
    """Two deeds with one object: built or repaired 3,918 water points."""
    if len(rest) == 2 and rest[0] in ("or", "and") and (other := participle(rest[1])):
        return Deed(f"{verb} {rest[0]} {other}")
    return None


def _of_count(deed: Deed, things: str, ahead: str) -> str:
    """People reached; people provided with clean water; schools where toilets were built."""
    if deed.planned and deed.preposition in ("across", "from", "by"):
        return ""
    if deed.planned:
        behind = f"{deed.planned} {deed.things}".strip() + f" {deed.preposition}".rstrip()
        return f"{things} to {behind}"
    if not deed.things:
        behind = f" {deed.preposition}" if deed.preposition else _more(ahead, things)
        listed = pattern(_LISTED_DOERS).match(ahead) if not deed.preposition else None
        told = listed is not None and deed.doer and deed.doer.split()[-1].lower() not in _WHO
        doer = _lowered(deed.doer) if pattern(r"[A-Z][a-z]+s").fullmatch(deed.doer) else deed.doer
        doer = pattern(r"^(?:The|the|An?|an?|Our|Its) ").sub("", doer)
        return f"{things} {deed.verb}{f' by {doer}' if told else behind}"
    if deed.preposition == "to" and deed.verb in _GIVING:
        return f"{things} {deed.verb} with {deed.things}"
    were = "were" if deed.things.endswith("s") else "was"
    placed = deed.preposition in _PLACED
    return f"{things} where {deed.things} {were} {deed.verb}" if placed else ""


def _more(ahead: str, things: str) -> str:
    """What tells the things of a deed closer: reached with water or soap."""
    behind = ahead.removeprefix(f" {things}")
    if not behind.startswith((" with ", " to ")):
        return ""
    words = phrase(behind[1:])
    return f" {words}" if " " in words else ""


def _of_measure(quantity: Quantity, deed: Deed) -> str:
    """What somebody does with a measure of goods without a name: TEU carried by rail."""
    named = pattern(r"(?:The |the )?[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,2}").fullmatch(deed.doer)
    if named is None or deed.preposition or deed.planned or deed.doer.lower() in _WHO:
        return ""
    return f"{quantity.unit} {deed.verb} by {deed.doer.removeprefix('The ').removeprefix('the ')}"


def _of_money(deed: Deed, ahead: str) -> str:
    """Orders placed; amount returned to the owners; cost of the shares bought back."""
    if deed.preposition == "for" and deed.things:
        return f"cost of {deed.things} {deed.verb}"
    if deed.preposition:
        return ""
    found = pattern(r"^ (in|to|into|towards) ").match(ahead)
    named = "" if found is None or is_time(ahead[1:]) else phrase(ahead[found.end() :], 4)
    if found is None or not named:
        return ""
    if found.group(1) == "in":
        return f"{named.partition(' with ')[0]} {deed.verb}"
    return f"amount {deed.verb} {found.group(1)} {named}"


def is_people(things: str) -> bool:
    """Whether things are persons, of whom a label says who."""
    last = things.rpartition(" ")[2]
    return last in _PERSONS or last.endswith(("ers", "ors", "ents", "men", "women", "ees", "ists"))
