"""What one English number takes from another: joined clauses, moved objects, pronouns, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.model import Kind, Quantity
from viewer.quantities.english.naming.complements import phrase
from viewer.quantities.english.naming.verbs import PARTICIPLE
from viewer.quantities.english.phrases import OPENED, THOSE, noun, of_those
from viewer.quantities.english.words import HEDGES
from viewer.quantities.json_record import with_label
from viewer.quantities.regex_cache import pattern

_FLAGS = re.IGNORECASE
_JOINED = r".*\b(?:and|while|but) ((?:[A-Za-z][\w'/&-]* ){1,9})$"
_AND_TO = rf",? and (to|for|in|of|from|on) ((?:[A-Za-z][\w'-]* ){{1,4}}?)(?:(?:{HEDGES}) )*"
"""Another whom the same is of: lending to households was 2.3%, and to companies (1.1%)."""
_NO_SUBJECT = (
    r"^(?:to|by|from|in|at|for|of|on|with|about|around|nearly|almost|over|under|more|less|up|down|"
    r"another|an?|is|was|were|are|has|have|had|will|"
    r"the (?:other|rest|remaining|same|latter|former|previous)|some|only|just|"
    r"compared|as|it|they|we|this|"
    r"that|these|those|between|than|reached|totall?ed|stood|hit|rose|fell|grew|now|then|also|"
    r"recorded|posted|reported|sold|bought|paid|spent|invested|added|lost|gained|increased|"
    r"decreased|holds?|held|serves?|served|covers?|covered|filled?|cuts?|employs?|employed|produces?|"
    r"engages?|accounts?|represents?|contributes?|provides?|produced|supplies|supplied|generates?|generated|includes?|included|delivered|opened|closed|"
    r"(?!(?:operating|trading|pumping|recurring|outstanding|housing|manufacturing|building|banking|"
    r"mining|farming|advertising|licensing|engineering|processing|training|shipping|lending|borrowing|"
    r"spending|funding|giving|saving|fishing|catering|broadcasting|consulting)\b)[a-z]+ing)\b"
)
_DETERMINED = r"\b(?:another|an?|the|its|their|our|this) $"
_NOT_IN_NAME = (
    r"\b(?:up|down|to|by|from|at|than|about|nearly|around|over|under|as|with|some|which|that)\b"
)
_MOVED = (
    r"\b(?:reduc|rais|cut|lift|lower|increas|boost|decreas|expand|trim|doubl|hik|improv|narrow|"
    r"widen|slash|extend|grow)(?:e|es|ed|ing|ting|s)? (?:its|their|the|our|his|her) "
    rf"((?:[A-Za-z0-9][\w'-]* ){{1,6}}?)(?:(?:by|from|to|at)"
    rf"(?: (?:{HEDGES}|an?|the|range of|level of))* )?$"
)
_APPOSED = r", (?:the|an?|its|our) [^,;.]{3,50}, (?=(?:by|from|to) )"
_QUARTER_POINT = r"\bby (?:an? |one )?(?:quarter|half)(?: an?|-)?[ -]?(?:percentage )?point (?=to )"
_HELD = (
    r"\b(?:kept|keep|keeps|keeping|held|holds?|holding|left|leav(?:e|es|ing)|maintain(?:s|ed|ing)?|"
    r"set|setting|reaffirm(?:s|ed)?|reiterat(?:es|ed)) (?:its|their|the|our) "
    r"((?:[A-Za-z0-9][\w'&/-]* ){1,6}?)(?:unchanged |steady |flat |constant |on hold )?at $"
)
"""What is left where it is by the number: kept the cash rate unchanged at (3%)."""
_TO_MOVE = (
    r"\b(?:to|will|would|can|could|should|may|helped|and) (?:reduce|raise|cut|lift|lower|increase|"
    r"boost|decrease|expand|trim|double|hike|improve|narrow|widen|slash|extend|grow|shrink|bring|"
    r"take|keep|get|hold|push|deepen|lengthen|shorten|upgrade|restore|return) "
    rf"((?:(?!(?:it|them|him|her|us|by|from|to|at|and|another|an?|"
    rf"{HEDGES})\b)[A-Za-z][\w'-]* ){{1,5}}?)"
    rf"(?:(?:by|from|to|below|under|above|over|at)(?: (?:{HEDGES}))? ?)?$"
)
"""An aim with its object: to cut emissions per passenger by (30%)."""
_OF_GOODS = (
    r"^ of ((?:(?!(?:a|an|the|its|their|this|last|which|whom|and|in)\b)[A-Za-z][\w'-]+ ?){1,3})"
)
_ASIDE = r"(?:^|, |\b(?:and|but|while) )((?:(?:both )?the )?[A-Za-z][^,;.0-9]{3,60}), at $"
_WHICH = (
    r"(?:^|, |\b(?:by|in|of|for|to|on|and|from|with|the|its|their) )"
    r"((?:[a-z][a-z-]+ ){0,2}[a-z-]+(?: (?:in|at|of) [A-Z][a-z]+)?), which (?:[a-z-]+ ){1,4}$"
)
_THAT_WAS = (
    r"\b(?:on|in|of|with|from|by) ((?:[A-Za-z-]+ ){0,2}[A-Za-z-]+) that (?:was|were|is|are|rose|"
    r"fell|"
    rf"grew) (?:(?:up|down|by|{HEDGES}) )*$"
)
_PUT_AT = (
    r"\b(?:of|in|to|with|the|its) ((?:[a-z-]+ )?[A-Za-z][\w-]+), which (?:the )?(?:[A-Za-z]+ ){1,4}"
    r"(?:puts?|estimates?|estimated|values?|valued) at $"
)
"""What somebody puts at a level: of nominal output, which the office puts at."""
_ON_LINE = (
    r"^\W*([A-Za-z][A-Za-z '&/]{2,60}?)(?: ?- | ?: ?)"
    r"(?:([A-Z][A-Za-z &.]{2,40}?) ?(?:- ?|: ?|\())?(?:up|down)?\W*$"
)
_EXTREME = r"^(?:highest|lowest|most|least|total|largest|smallest|average) "
_IN_STATE = r" in (?:a |the )?[a-zA-Z]+s?$"
_LIVE_IN = r"^ (?:lives?|lived|resided?|residing|living|works?|worked) in ((?:[a-z-]+ )?[a-z-]+)"
_PAIRED = r"\b(?:are|were) [a-z ]{3,24},? and $"
_ARE_PEOPLE = r"^ (?:are|were) ([a-z]+s|men|women|children|male|female)\b"
_BARE_ONES = r"^ (?:were|was|are|is) ((?:[a-z]+ly )?[a-z]{3,}ed)\b"
_CAUSING = (
    r"^ (?:of (?:them|these|those|which|whom)) ((?:caused|led to|took|cost|ended|involved|required|"
    r"won|lost) [a-z][a-z -]{2,40}?)(?=[,.;]|$| (?:and|but)\b)"
)
_UPHELD = (
    r"^ (?:were|was|have been|had been) ((?:[a-z]{3,}ed|upheld|sold|built|made|held|"
    r"sent)(?: (?:within|under|before|after|for|to|from) [a-z][a-z -]{2,24}?)?)"
    r"(?=[,.;]|$| (?:and|by|in|at|on)\b)"
)
_FEW = 4
_DONE_BY = (
    rf"^ of (?:them|these|those|which|whom) ({PARTICIPLE} by "
    r"[A-Za-z][\w'-]*(?: [a-z][\w'-]*)?)(?=[,.;]|$| (?:and|in|at|on)\b)"
)
_WENT_TO = (
    r"^(?:, or [^,]{2,12},)? (?:went|were sold|were given|were awarded|"
    r"were issued) to ((?:[A-Za-z0-9][\w'-]* ?){1,8}?)(?=[,.;]|$)"
)
_CAME_FROM = r"^ (?:came|comes|was|were) from ((?:[A-Za-z0-9][\w'-]* ?){1,6}?)(?=[,.;]|$| and\b)"
_DONE_TO = (
    r"^ (?:were|was|have been|had been|has been) (?:[a-z]+ly |also |then )?((?:[a-z]{3,}ed|built|"
    r"sold|"
    r"sent|given|taken|held|cut|won|lost|made|hurt|found|born|dug|laid)(?<!estimated)(?<!expected)"
    r"(?<!reported)(?<!recorded)(?<!needed)(?<!based)(?<!located)(?<!used)(?<!involved))"
    r"(?=[,.;:]|$| (?:in|by|on|at|along|during|across|from|to|for|and|last|this|over|within|"
    r"with)\b)"
)
_ARE_THINGS = r"^ (?:were|are) ((?:[a-z][\w-]+ ){0,2}[a-z][\w-]+s)\b(?=[,.;]| and\b| or\b|$)"
_PRONOUN = (
    r"\W*(?:(?:in|among|for|excluding|including) [^,]{2,40}, )?(?:(?:but|and|however,?) )?"
    r"(?:this|it|they|these|that|economists|analysts|of (?:these|those|them|this|that))\b|"
    r"\W*(?:in|at|for|on) (?:the )?[a-z]+ (?:it|they)\b|"
    r"\W*(?:and |but )?(?:the|its|our|their) (?:aim|goal|target|objective|ambition) (?:is|was)\b"
)
_SPENT_ON = r"^ (?:is|are|was|were|has been|have been|will be) spent on (?=[a-z])"
_OF_THEM = (
    r"\bof (?:these|those|them|whom|which),? "
    rf"(?:(?:{HEDGES}) )?$"
)
_PREPOSITION = r"(in|for|on|at|from|under|near|outside|to)"
_AMONG = rf"^ (?:are|were|is|was|live|lived) {_PREPOSITION} ((?:[a-z][a-z-]+ ?){{1,3}})"
_OF_WHICH = (
    r"^ of (?:which|whom|them|these)(?: (?:are|were|is|was|live|lived)\b)?"
    rf"(?: {_PREPOSITION} ((?:[a-z][a-z-]+ ?){{1,3}})|(?= (?:are|were|is|was|have|had)\b)()())"
)
_WOMEN = r"^ (?:of (?:them|these|those|whom|which)|them) ([a-z]+(?: [a-z]+)?)\b(?! to\b)"
_BEING = r"^ (?:are|were|is|was) ((?:[a-z][a-z-]+ ?){1,3})"
_SECOND = (
    r"^ (?:on|from|over|above|below) the $|, plus or $|"
    rf"^(?: at present| in [A-Z][a-z]+| (?:in )?(?:19|20)[0-9]{{2}}| a year (?:ago|earlier)|"
    rf" from a year (?:ago|earlier)|"
    rf" last year)? to(?: (?:{HEDGES}))* $|"
    rf",? (?:and|or|but)(?: then)?(?: to (?:fall|rise|grow|ease|slow|reach|be|average|drop|climb))?"
    rf" (?:by|to|at)(?: (?:{HEDGES}|below|above))* $"
)
_ONLY_VERB = (
    r",? (?:and |but )?(?:also |thus |therefore )?(?:was|were|is|are|rose|fell|grew|stood|remained|"
    rf"increased|declined|decreased|dropped|eased)(?: (?:{HEDGES}|by|to|at|still|now))* ?"
)
_LISTED_WITH = (
    rf"\b(?:followed by|led by|ahead of|then|topped by) ((?:[A-Za-z][\w'-]* ){{1,5}}?)"
    rf"(?:with|at|on)(?: (?:{HEDGES}))* $"
)
_TIMED_BRACKET = (
    r" (?:(?:a|one) (?:year|month|quarter) (?:ago|before|earlier)|last (?:year|month|quarter)|"
    r"in [^,;.()]{4,30}|the (?:year|month|quarter) before) \((?:up |down |or |by )?"
)
_FOR_WHAT = (
    r"^ ((?:for|among|in|on|by|"
    r"via) (?:the )?[a-z][a-z-]+(?: [a-z-]+){0,2}) and (?=[$£€]?[0-9])"
)
_OF_KIND = r"[a-z]+-[a-z]+(?<!s)|new|old|electric|empty|full|open|closed|vacant|public|private"
"""What some of the things are: 58 of the buses were battery-electric."""
_FOR_BEFORE = r"^ (?:for|among|in|on|by|via) (?:the )?[a-z][a-z -]+ and $"
_FOR_LAST = r"^ ((?:for|among|in|on|by|via) (?:the )?[a-z][a-z-]+(?: [a-z-]+){0,2})\b"
_RESPECTIVELY = r"[^.;]{0,60}?\brespectively\b"
_PARTS_OF = (
    r"(?: per cent| percent)? of (?:the |its |their |all |total )?((?:[A-Za-z][a-z-]* ?){1,3}?)"
    r"(?=,? respectively| in )"
)
"""Of what several parts are: accounted for 46% and 31% of revenue, respectively."""
_NO_HEAD = r"[A-Z]{3,}|[A-Za-z]+(?:al|ic|ary|ern|ish|ese|ian|male)"
"""A name that wants a noun: GAAP, domestic, male."""
_LIST_GAP = r"(?:, |,? and )"
_IN_BRACKETS = r" \([^()]{0,40}\)"
_HUMAN = frozenset(("people", "persons", "men", "women", "children", "workers", "passengers"))
_LONGEST = 60


def joined_subject(gap: str, known: str) -> str:
    """The subject that `and` brings between two numbers: ... 5 percent and imports (3 percent)."""
    if turned := _turned_to(gap, known):
        return turned
    found = pattern(_JOINED, _FLAGS | re.DOTALL).match(gap[-_LONGEST:])
    if found is None:
        return ""
    words = found.group(1)
    if known and pattern(THOSE, _FLAGS).match(words):
        return of_those(noun(words), known)
    if pattern(_NO_SUBJECT, _FLAGS).match(words) or pattern(_DETERMINED, _FLAGS).search(words):
        return ""
    named = noun(words)
    verb = len(named.split()) < len(words.split())
    if known and " " in words and _like(words, known):
        named = words.strip()
    elif not verb and pattern(_NOT_IN_NAME, _FLAGS).search(words):
        named = ""
    return named


def _turned_to(gap: str, known: str) -> str:
    """The subject with another whom it is of: lending to households, and to companies."""
    turned = pattern(_AND_TO).fullmatch(gap)
    if turned is None or f" {turned.group(1)} " not in known:
        return ""
    head = known.rpartition(f" {turned.group(1)} ")[0]
    return f"{head} {turned.group(1)} {noun(turned.group(2)) or turned.group(2)}"


def _like(words: str, known: str) -> bool:
    """Whether two names begin and go on alike: credit to firms, after credit to households."""
    own, other = words.lower().split(), known.lower().split()
    return len(own) == len(other) > 2 and own[:2] == other[:2]


def moved_object(lead: str, subject: str) -> str:
    """What is raised or cut by the number: growers increase their production (10%)."""
    lead = pattern(_QUARTER_POINT).sub("", pattern(_APPOSED).sub(" ", lead[-160:]))
    found = pattern(_MOVED, _FLAGS).search(lead[-90:])
    held = pattern(_HELD).search(lead[-90:]) if found is None else None
    if held is not None:
        return noun(held.group(1))
    if found is None:
        aimed = pattern(_TO_MOVE).search(lead[-90:])
        return "" if aimed is None else noun(aimed.group(1))
    words = _dated_noun(found.group(1)) or noun(found.group(1))
    theirs = " their " in found.group()
    return f"{subject} {words}" if theirs and subject and len(subject.split()) <= 3 else words


def _dated_noun(words: str) -> str:
    """A name with the year in it: fiscal 2026 sales outlook; '' for another."""
    return words.strip() if pattern(r"\b(?:19|20)[0-9]{2} [a-z]").search(words) else ""


def goods_after(ahead: str) -> str:
    """The goods behind a measure: 1.36 billion bushels of winter wheat."""
    found = pattern(_OF_GOODS).match(ahead)
    return "" if found is None else noun(found.group(1))


def of_all(things: str, ahead: str) -> str:
    """Counted things with what tells them apart: casualties of all severities, people killed."""
    kinds = pattern(r"^ of (?:all|both|any) [a-z]+\b").match(ahead)
    if kinds is not None:
        return things + kinds.group()
    placed = pattern(_LIVE_IN).match(ahead) if things in _HUMAN else None
    if placed is not None:
        return f"{things} in {placed.group(1)}"
    done = pattern(_BARE_ONES if things in _HUMAN else _DONE_TO).match(ahead)
    return things if done is None else f"{things} {done.group(1)}"


def counted_subject(ahead: str) -> str:
    """Who or what a bare number counts: 22,660 were seriously injured, 2,310 were fires."""
    found = pattern(_BARE_ONES).match(ahead) or pattern(_ARE_THINGS).match(ahead)
    return "" if found is None else found.group(1)


def of_them(lead: str, ahead: str, known: str) -> str:
    """Of these, 99.1% were conventional dwellings; 17 of which are in (for, on) towns."""
    some = pattern(_OF_THEM, _FLAGS).search(lead[-40:]) is not None
    spent = pattern(_SPENT_ON).match(ahead) if some else None
    if spent is not None:
        return f"spending on {phrase(ahead[spent.end() :])}"
    if known and (told := _of_known(ahead, known, some=some)):
        return told
    women = pattern(_WOMEN).match(ahead)
    if women is not None and (named := noun(women.group(1))):
        return named
    ahead = pattern(_IN_BRACKETS).sub("", ahead, count=1) if ahead.startswith(" (") else ahead
    if known and some and (done := _done_of_them(ahead, known)):
        return done
    if pattern(_PAIRED).search(lead) and (pair := pattern(_ARE_PEOPLE).match(ahead)) is not None:
        return pair.group(1)
    found = pattern(_BEING).match(ahead) if some else None
    return "" if found is None else _of_kind(found.group(1).strip(), known)


def _of_kind(being: str, known: str) -> str:
    """What some of the known things are, or are expected to do."""
    if known and pattern(r"(?:expected|due|set|likely) to ").match(being):
        return f"{known} {being}"
    if pattern(_OF_KIND).fullmatch(being) and known.isalpha():
        return f"{being} {known}"
    return noun(being) or being


def _of_known(ahead: str, known: str, *, some: bool) -> str:
    """The known things with what tells some of them apart: whom they went to, where they are.

    `some` says that the words before the number are of which, of these and the like.
    """
    if (by := pattern(_DONE_BY).match(ahead)) is not None:
        return f"{known} {by.group(1)}"
    given = pattern(_WENT_TO).match(ahead) if some else None
    if given is not None:
        return f"{known} to {given.group(1).strip()}"
    source = pattern(_CAME_FROM).match(ahead) if some else None
    if source is not None:
        return f"{known} from {noun(source.group(1))}"
    among = pattern(_AMONG).match(ahead) if some else None
    among = among or pattern(_OF_WHICH).match(ahead)
    if among is not None:
        placed = noun(among.group(2) or "")
        return f"{known} {among.group(1)} {placed}" if placed else known
    causing = pattern(_CAUSING).match(ahead)
    return "" if causing is None else f"{known} that {causing.group(1)}"


def _done_of_them(ahead: str, known: str) -> str:
    """38 complaints were received, of which 12 were upheld: complaints upheld."""
    done = pattern(_UPHELD).match(ahead)
    things = pattern(
        r" (?:[a-z]{3,}ed(?: (?:out|up|on|in|off))?|set up|sold|built|made|held|sent|taken|given|"
        r"won|lost)$"
    ).sub("", known)
    short = done is not None and len(things.split()) <= _FEW
    return f"{things} {done.group(1)}" if done is not None and short else ""


def parenthetical_subject(lead: str) -> str:
    """What a level between commas or in a relative clause is of: the participation rate, at 62.9
    percent, ...; led by exports, which grew 2.4%."""
    found = pattern(_ASIDE).search(lead) or pattern(_PUT_AT).search(lead)
    found = found or pattern(_WHICH).search(lead) or pattern(_THAT_WAS).search(lead)
    return "" if found is None else noun(found.group(1))


def on_line(lead: str, known: str) -> str:
    """What a line without a verb names, parted by dashes: Literacy rate - Kerala - 93%."""
    found = pattern(_ON_LINE).match(lead)
    if found is None:
        return ""
    what, where = found.group(1).strip(), (found.group(2) or "").strip()
    if not where and " " not in what and known:
        return f"{what} {known}"
    what = pattern(_EXTREME, _FLAGS).sub("", what)
    return f"{pattern(_IN_STATE).sub('', what)} {where}" if where else what


def leans_back(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun, so that it speaks of what the last one did."""
    return pattern(_PRONOUN, _FLAGS).match(sentence) is not None


def goes_with_last(gap: str) -> bool:
    """Whether a number is another level or move of what the number before is of: from 96 at present
    to 81, grow by 1.6% this year and by 1.9% in 2027."""
    return pattern(_SECOND, _FLAGS).search(gap) is not None


def listed_with(gap: str) -> str:
    """A member of a list that stands with its number: followed by liquid bulk with (19.6)."""
    found = pattern(_LISTED_WITH).search(gap[-_LONGEST:])
    return "" if found is None else noun(found.group(1))


def is_beside_time(gap: str) -> bool:
    """Whether a bracket opens behind the time of the number before: a year before (+6.1%)."""
    return pattern(_TIMED_BRACKET).fullmatch(gap) is not None


def is_predicate(gap: str) -> bool:
    """Whether only a verb stands between two numbers: the rate, at 4.6%, was (0.3 points)."""
    return pattern(_ONLY_VERB, _FLAGS).fullmatch(gap) is not None


def for_phrase(gap: str, ahead: str) -> str:
    """10.6 percent for rental housing and 2.5 percent for homeowner housing: which is which."""
    found = pattern(_FOR_WHAT).match(ahead)
    if found is None and pattern(_FOR_BEFORE).match(gap):
        found = pattern(_FOR_LAST).match(ahead)
    return "" if found is None else found.group(1)


def dealt(folded: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities with the labels of `... and ..., respectively` dealt out in order."""
    done = list(quantities)
    if "respectively" not in folded:
        return tuple(done)
    at = 0
    while at < len(done):
        run = _run(folded, done, at)
        names = _names(folded, done, run) if len(run) > 1 else []
        for index, name in zip(run, names, strict=False):
            done[index] = with_label(done[index], name)
        at = run[-1] + 1
    return tuple(done)


def _run(folded: str, quantities: Sequence[Quantity], at: int) -> list[int]:
    """The numbers from `at` on that only commas and `and` part."""
    run = [at]
    while run[-1] + 1 < len(quantities):
        here, after = quantities[run[-1]], quantities[run[-1] + 1]
        gap = folded[here.words.end : after.words.start]
        if not pattern(_LIST_GAP).fullmatch(gap) or not after.is_metric:
            break
        run.append(run[-1] + 1)
    return run


def _names(folded: str, done: Sequence[Quantity], run: Sequence[int]) -> list[str]:
    """As many names as numbers: the subjects of their sentence, or of the numbers before."""
    end, start = done[run[-1]].words.end, done[run[0]].words.start
    if pattern(_RESPECTIVELY).match(folded, end, end + 80) is None:
        return []
    lead = folded[max(0, start - 160) : start]
    lead = lead[1 + max(lead.rfind(mark) for mark in (". ", ";", "\n")) :].lstrip()
    lead = pattern(OPENED).sub("", lead)
    parts = [noun(part) for part in pattern(_LIST_GAP).split(pattern(_IN_BRACKETS).sub("", lead))]
    if len(parts) == len(run) and all(parts):
        parts = _with_shared_head(parts)
        shares = all(done[at].kind is Kind.SHARE for at in run)
        whole = pattern(_PARTS_OF).match(folded, end) if shares else None
        return parts if whole is None else [f"{part} share of {whole.group(1)}" for part in parts]
    before = [at for at in range(max(0, run[0] - len(run)), run[0]) if done[at].is_metric]
    names = [done[at].label for at in before]
    if len(names) != len(run) or len(set(names)) != len(names):
        return []
    between = folded[done[before[0]].words.start : start]
    return [] if ". " in between or "\n" in between else names


def _with_shared_head(parts: list[str]) -> list[str]:
    """Names with the noun that only the last of them has: GAAP and non-GAAP margins."""
    head = parts[-1].partition(" ")[2]
    if not head:
        return parts
    return [f"{one} {head}" if pattern(_NO_HEAD).fullmatch(one) else one for one in parts]


def is_bare_count(quantity: Quantity) -> bool:
    """A count without a noun of its own right behind it."""
    return quantity.kind is Kind.COUNT and not quantity.unit
