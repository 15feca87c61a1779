"""Nouns that stand behind an English number: what is counted, what a part is one of."""

from __future__ import annotations

from viewer.quantities.english.naming.complements import phrase
from viewer.quantities.english.phrases import noun
from viewer.quantities.english.words import FULL_MONTHS
from viewer.quantities.regex_cache import pattern

_NO_NOUN = (
    "in|to|at|by|for|of|on|with|from|and|or|the|as|a|an|per|is|are|was|were|up|down|higher|lower|"
    "more|"
    "less|last|this|which|that|while|but|until|since|when|after|before|over|against|compared|year|"
    "each|"
    "annually|across|within|under|throughout|had|have|has|said|lacked|no|not|reported|maturing|through|during|ahead|below|above"
)
_AFTER = rf"^(?: of)?((?: (?!(?:{_NO_NOUN})\b)[A-Za-z][\w'-]*){{1,4}})"
_DONE = (
    r"^ (?:left to [a-z]+|[a-z]{3,}ed (?:by|in|for|with|from|to|at|on) |sold|built|lost|won|born|"
    r"[a-z]{3,}ed(?=[,.;)]|$))"
)
_CASES_OF = (
    r"^ of (?!(?:the|its|our|their|them|these|those|which|whom|all|this|that|it|a|an|any|both|"
    r"each|every|"
    r"whole|up|more|less|about|around|between|at)\b)(?=[a-z])"
)
"""What counted things are things of: cases of theft, members of staff."""
_PAIR = r"^ and ([a-z]{3,}s)(?=[,.;)]|$| and [0-9]| (?:in|at|on|were|are)\b)"
"""The second of two nouns that one number counts: 2,917 nurses and midwives."""
_ACTING = (
    r"^ ((?!mor|even|dur|includ|accord|follow|excl|compar|mak|tak|bring|rais|lift|giv|leav|push|"
    r"spend|spann|rang|com|repr|total|result|generat|caus|do|be|amount|reflect)[a-z]{2,}ing "
    r"(?=(?:the|a|an|their|its|in|at|for|on|with|to|from|as|by) ))"
)
"""What the counted things are doing: customers using the app."""
_SOME_OF = ("of the ", "of its ", "of their ", "of all ")
_OF_COUNTED = (
    r"^ of (?:its|their|the|our|these|those)(?: [A-Za-z][\w'-]*){0,2} [0-9][0-9,.]*"
    r"(?: (?:thousand|million))? ((?:[a-z][\w-]+ )?[a-z][\w-]+s)\b"
)
_THINGS = (
    rf"^ ((?:(?!(?:{_NO_NOUN})\b)[a-z-]+ and )?(?:(?!(?:{_NO_NOUN})\b)[A-Za-z][a-z-]+ ){{1,3}}"
    rf"(?!(?:was|has|{_NO_NOUN})\b)(?:[A-Za-z][a-z]{{2,}}s|people|men|women|children|staff))\b"
)
_MOVED_IN = (
    r"^ (?:[a-z-]+ )?(?:drop|rise|fall|increase|decline|gain|jump|growth|surge|decrease|slump|cut|"
    r"reduction|improvement) in "
    r"(?:the |its |their )?"
    r"((?:(?!(?:and|while|but|which|that|in|from|to|for|first|second|third|fourth|last|same|previous|"
    rf"year|quarter|month|week|{FULL_MONTHS})\b(?!-))[A-Za-z][\w'-]* ?){{1,4}})"
)
_MOST_WORDS = 5
_NO_THING = (
    r"(?:reported|recorded|posted|seen|registered|increase|decrease|decline|rise|drop|gain|fall|"
    r"jump|surge|growth)\b"
)
_PREDICATE = (
    r"(?:^| )(?:said|says?|had|have|has|lack\w*|rel(?:y|ied)|reported|believed?|think|thought|"
    r"expect\w*|lived?|owned?|used?|worked?|identif\w*|who|that|which|were|was|are|is|did|do|"
    r"received?|agreed?|supported?|opposed?|voted?|came|come|went|go|died|remain\w*|could|would|"
    r"can|will|may)\b.*$"
)


def of_whom(lead: str, ahead: str) -> str:
    """... people, of whom 43% are women."""
    asked = pattern(r"\bof (?:whom|which|them)(?: about| some| nearly| more than)? $").search(lead)
    found = pattern(r"^ (?:are|were|is|was) ([a-z-]+)").match(ahead)
    return found.group(1) if asked is not None and found is not None else ""


def named_after(lead: str, ahead: str) -> str:
    """The noun behind an amount that an article leads to: a £100 million share buyback."""
    article = pattern(
        r"\b(?:an?|the|new|announc(?:es|ed|ing)|unveil(?:s|ed)|secured|issued?|raised|of up to)\s*$"
    ).search(lead)
    found = pattern(_AFTER).match(ahead)
    if article is None or found is None:
        return ""
    words = found.group(1).strip()
    return "" if pattern(_NO_THING).match(words) else words


def moved_in(ahead: str) -> str:
    """What a size that goes before its move speaks of: a 3.1% drop in energy prices."""
    found = pattern(_MOVED_IN).match(ahead)
    return "" if found is None else noun(found.group(1))


def part_of(ahead: str) -> str:
    """Of what the part is one: two thirds of sales."""
    found = pattern(
        r"^ (?:of (?:the |its |our |their |all |this year's )?|(?:the |its |our |their |all ))"
        r"(?:[0-9,]+ )?((?:(?!(?:but|while|which) )(?:[a-z]|[A-Z]{2})[\w'-]* ?){1,5})"
    ).match(ahead)
    if found is None:
        return ""
    words = found.group(1)
    if words.endswith(" ") and len(words.split()) == _MOST_WORDS:  # cut within a phrase
        words = before_place(words)
    return noun(pattern(_PREDICATE).sub("", words))


def before_place(words: str) -> str:
    """The words up to where or when it is: members in the north."""
    return pattern(r" (?:on|in|at|by|during|for|from) ").split(words)[0]


def counted(unit: str, lead: str, ahead: str) -> str:
    """The thing counted with the participle behind it (houses left to sell)."""
    if unit in ("people", "staff", "workers") and pattern(r"\bemploy\w* ").search(lead[-24:]):
        return "employees"
    of_kind = pattern(_CASES_OF).match(ahead)
    if of_kind is not None and (named := phrase(ahead[of_kind.end() :], 3)):
        return f"{unit} of {named}"
    pair = pattern(_PAIR).match(ahead)
    if pair is not None:
        return f"{unit} and {pair.group(1)}"
    acting = pattern(_ACTING).match(ahead)
    if acting is not None and (words := phrase(acting.group(1) + ahead[acting.end() :], 6)):
        return f"{unit} {words}"
    done = pattern(_DONE).match(ahead) if not lead.endswith(_SOME_OF) else None
    return f"{unit} {done.group().strip()}" if done is not None else unit


def of_counted(ahead: str) -> str:
    """The things that a number is some of: 240 of the group's 2,700 jobs."""
    found = pattern(_OF_COUNTED).match(ahead)
    return "" if found is None else found.group(1)


def things_after(ahead: str) -> str:
    """The plural that a bare count leads to: a gain of 180,000 nonfarm payrolls."""
    found = pattern(_THINGS).match(ahead)
    return "" if found is None else found.group(1)
