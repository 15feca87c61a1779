"""Where a number may begin in English prose, and how its currency, digits or words are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from viewer.quantities.english.fractions import PART
from viewer.quantities.english.words import LARGE, ONES, PARTS
from viewer.quantities.numbers.fractions import VULGAR
from viewer.quantities.units import CODES, NATIONAL
from viewer.quantities.vocabulary import words_of

CODES_SHAPE = "|".join(CODES)
_NATIONAL = "|".join(NATIONAL)
_WORD = "|".join([*ONES, *LARGE, "dozen"])
_HEAD = "|".join(ONES)
_LED = "|".join(
    rf"(?<=\b{word} )"
    for word in ("of", "to", "at", "by", "was", "were", "with", "from", "than", "over", "averaged")
)
_SPACED_ALONE = (
    rf"(?=[0-9]{{1,3}} [0-9])(?:{_LED})[0-9]{{1,3}}(?: [0-9]{{3}}){{1,3}}"
    r"(?=[,;.)](?:\s|$)| (?:at|in|for|on|by|to|from|and|or|last|this)\b)"
)
"""Spaced thousands with nothing counted behind them: averaged 26 418, with 31 002 at the end."""
SYMBOLS = "|".join(
    map(re.escape, sorted(words_of("en", "unit.measure", "symbol"), key=len, reverse=True))
)
_SCALED = r" ?[0-9][0-9.,]{0,12} ?(?:million|billion|trillion|bn|mn|m)\b"


_AFTER_ARTICLE = "|".join([*PARTS, *LARGE, "dozen", "couple of", "few", "good few"])


def _seconds(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        found[word[0]] = found.get(word[0], "") + word[1]
    return found


FIND = (
    r"(?:(?<![A-Za-z])|(?=[0-9$€£¥₹]))(?:"
    rf"(?P<cur>(?:US|A|AU|C|CA|HK|NZ|NT|SG|TT|S|R)?\$|[€£¥₹]|\bRs\.?(?= ?[0-9])|"
    rf"\b(?-i:{CODES_SHAPE}|{_NATIONAL}|(?:RM|Rp|Tk|R|N)(?={_SCALED})|"
    r"R(?=[0-9]{1,3}(?:,[0-9]{3})|[0-9]{1,4}\.[0-9]{2}(?![0-9]|\.[0-9]))))?(?(cur) ?[(-]?)"
    r"(?P<num>[0-9]{1,3}(?:['’][0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+|"
    r"[0-9]{1,3}(?:,[0-9]{3}){1,11}+"
    r"(?![0-9])(?:\.[0-9]++)?+|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9,])(?:\.[0-9]++)?+"
    r"|(?=[0-9]{1,3} [0-9])(?:(?<![0-9-] )|(?<=\b(?:in|by|of) (?:19|20)[0-9]{2} ))"
    r"[0-9]{1,3}(?: [0-9]{3}){1,11}+(?= ?(?:[a-z]{3}|[%$€£]|"
    rf"[A-Z]{{3}}\b|(?:{SYMBOLS})(?![A-Za-z0-9])))|"
    rf"{_SPACED_ALONE}|"
    r"(?(cur)[0-9]{1,3}(?: [0-9]{3}){1,4}+\.[0-9]{2}(?![0-9])|(?!))|"
    r"[0-9]{1,3}(?:\.[0-9]{3})++,[0-9]{1,2}(?![0-9]|,[0-9])|[0-9]++(?:\.[0-9]++)*+"
    rf"|(?<![0-9A-Za-z.,])\.[0-9]++|[{''.join(VULGAR)}])"
    r"|\b(?P<several>(?:several|an? (?:good )?few|a couple of) "
    r"(?:hundred|thousand|million|dozen)\b)"
    r"|\b(?P<half>(?<!first )(?<!second )(?<!latter )half(?= of| the| after| in| by|\b[ ]all)|"
    r"twice(?= the| as| its| that| their))\b"
    r"|\b(?P<halved>(?:half|quarter)[ -](?:percentage[ -])?points?|"
    r"half (?:an? )?(?:percentage point|basis point|point|per ?cent|dozen|million|"
    r"billion))\b"
    rf"|\b(?P<half_more>(?:{_HEAD}))[ -]and[ -](?P<more>an?[ -](?:half|third|quarter)|one[- ]third|"
    r"one[- ]quarter|two[- ]thirds|three[- ]quarters?)"
    r"(?=[ -](?:thousand|million|billion|trillion|times|per|tonnes|tons|percentage|years|hours|"
    r"months|acres|hectares|miles|points|dozen|basis))"
    rf"|\b(?P<of>(?P<some>one|two|three|four|five|six|seven|eight|nine)"
    rf"(?:(?<=[Oo]ne)(?: [a-z]+)?(?: (?:in|out of)(?: every)? )|"
    rf" (?:in|out of)(?: every)? |-(?:in|out-of)-)(?P<every>{_HEAD}|[0-9]{{1,3}}(?![0-9,])))\b"
    r"(?! ?(?:%|per ?cent|million|billion)| (?:years|months|weeks|days|hours|minutes|seconds)\b)"
    rf"|\b(?P<words>(?:{_HEAD}|hundred|an? (?:dozen|hundred|thousand|million|billion)(?![a-z-]))"
    rf"(?:(?:[- ]|[ ]and[ ])(?:{_WORD})\b)*+)\b"
    rf"|\b(?P<part>{PART})\b)"
)
JOINS_RANGE = r"\s?(?:-|~|to|and)\s?"
"""What may stand between the ends of a range."""
STARTS = (
    rf"[0-9$€£¥₹{''.join(VULGAR)}]|\.(?=[0-9])|(?<![A-Za-z])(?:"
    + "|".join(
        f"[{first.upper()}{first}](?=[{''.join(seconds)}{''.join(seconds).upper()}])"
        for first, seconds in _seconds([*ONES, "hundred", "half", "twice", "several"]).items()
    )
    + r"|[A-Za-z](?=[A-Za-z]?\$)|[Rr](?=[Ss]\.? ?[0-9])"
    rf"|[A-Z](?=[A-Za-z]{{0,8}} ?\(?[.0-9{''.join(VULGAR)}]))"
    rf"|(?<![A-Za-z])[Aa](?=n? (?:{_AFTER_ARTICLE})\b)"
)
"""Where a number may begin, so that the long expression is tried only there."""
