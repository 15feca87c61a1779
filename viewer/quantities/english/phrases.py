"""Noun phrases of an English sentence: subjects, measures, what is counted, what is in brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from viewer.quantities.english.naming.label_cleanup import lowered, shortened
from viewer.quantities.english.naming.noun_phrases import is_name
from viewer.quantities.english.naming.verbs import is_somebody
from viewer.quantities.english.words import FULL_MONTHS, HEDGES
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_FLAGS = re.IGNORECASE | re.DOTALL
_STOP = (
    r"[.;!?\n\t](?:(?<=[\n\t])|(?=\s|$)"
    r"(?<!(?<!&)\b[A-Z].)(?<!\bAug.)(?<!\bSept.)(?<!\bInc.)(?<!\bvs.))"
)
_CUT = (
    r"(?=[,:()wbsac])(?:: |, (?:while|and|but|with|as|after|of whom|of which)\b|"
    r"\b(?:while|whereas|where|but|said|"
    r"as(?= (?:[\w'-]+ ){1,4}?(?:\w+ed|rose|fell|grew|sank|slid|jump|climb|surge|slump|tumble|"
    r"soar|plunge|dip|drop|slip|rise|fall|grow|double|halve)\b)|"
    r"compared (?:to|with))\b|, |[()])"
)
_MOVES = (
    "rose|fell|grew|narrowed|widened|tumbled|surged|dropped|increased|decreased|declined|climbed|"
    "jumped|slipped|edged|gained|lost|advanced|shrank|contracted|expanded|slowed|eased|accelerated|"
    "reached|totall?ed|stood|hit|came|revised|was|were|is|are|remained|soared|plunged|slumped|"
    "rebounded|slid|sank|crept|ticked|inched|dipped|cooled|moderated|leapt|spiked|plummeted|swelled|"
    "flew|drew|took|takes?|won|built|gave|kept|met|sent|became|led|brought|held|holds?|filled|"
    "contributed|contributes?|provided|provides?|supplied|supplies|generated|generates?|consumed|"
    "engages?|engaged|involves?|involved|affects?|affected|created|creates?|covered|covers?|returned|served|serves?|topped|exceeded|neared|worsened|recovered|stabilised|stabilized|doubled|tripled|halved|saw|showed|changed|posted|recorded|rising|falling|raised|cut|lowered|kept|settled|"
    "up|down|rise|rises|fall|falls|grow|"
    "grows|"
    r"remains?(?= (?:at|[a-z]+ at|unchanged|elevated|high|low|close|above|below|near)\b)|"
    "stays?|stayed|stands?|sits?|trails?|trailed|peaks?|peaked|returns?|weakened|strengthened|"
    "firmed|appreciated|depreciated|"
    "swung|averaged|invested|spent|paid|sold|bought|expands?|adds?|eases|narrows|tumbles|"
    "slips|"
    "jumps|climbs|drops|gains(?= *(?:by|to|$))|slides|shrinks|widens|has|have|had|will|would|could|"
    "may|might|should|"
    "(?:jump|climb|surge|slump|tumble|soar|plunge|dip|drop|slip|ease|slide)(?= *(?:by |to |about |"
    "nearly )?$)|"
    "accounts? for|accounted for|represents?|represented|repaid|borrowed|returned|reduced|"
    "(?:reaches|employs|owns|operates|carries|requires|attracts|handles|"
    "proposes|boasts|hosts|contains|spans)(?= *(?:" + HEDGES + ")? *$)|"
    "improved|cost(?= the| us| them| an?\b| taxpayers)|makes? up|made up|went|ran|put|set|sees?|"
    "expects?|plans?|employs?"
)
_VERB = (
    rf"\s(?:(?:unexpectedly|sharply|slightly|also|further|only|just|been|be|unchanged|gradually) )*"
    rf"(?:(?:{_MOVES})\b(?!-)|[a-z]{{3,}}ed(?= (?:by|to|at|from|in|about|some|around|nearly|"
    r"almost|more|an?|the)\b(?!.* (?:rose|fell|grew|increased|decreased|declined|dropped|"
    r"climbed)\b)|\s*$)|(?:to|at|by|from|beating|exceeding|against)"
    r"(?= *(?:" + HEDGES + r")? *$)).*$"
)
_OPENS_AS_NOUN = (
    r"^\W*(?:Peak|Return|Returns|Cost|Cuts?|Drops?|Falls?|Rises?|Gains|Slumps?|Slides?|Stands|"
    r"Stays|Cover|Changes?|Made|Raised|Reduced|Improved|Contracted|Expanded|Advanced|Recovered|"
    r"Weakened|[Rr]ecorded|[Rr]egistered|Spending|Sets?|Represented|Posted|Employed)(?= [a-z])"
)
"""A verb by its form that opens a sentence as a noun or participle."""
_NOUN_NOT_VERB = (
    r"^\W*(?:[\w'-]+ ){1,3}?(?:falls|rises|cuts|gains|drops|returns|takes|sets|changes|covers|"
    r"grants|runs|"
    r"builds|peaks|stays|made|lost|cut|rise|fall|drop)"
    r"(?= (?:came|were|was|are|is|have|has|had|rose|fell|grew|increased|decreased|declined|"
    r"dropped|went|stood|averaged|reached|totall?ed|numbered|of|in|by|from|to (?:the|a)) )"
)
"""A noun that looks like a verb, with its verb or preposition behind it: inpatient falls came."""
_LEAD = (
    r"^(?:\W|\b(?:that|it|there)'s\b|\b(?:found|said|showed|the|a|an|and|but|in|of|for|while|with|"
    r"its|their|there|that|which|however|as|also|though|although|whereas|whilst|mainly|largely|"
    r"partly|chiefly|because|since(?= [a-z])|so(?= [a-z])|"
    r"vs|versus|to|from|early|when|where|both|furthermore|moreover|additionally|also|estimates?|"
    r"meanwhile|according|against|or|some|about|our)\b)+"
)
_ENDING = (
    r"(?:\W|\b(?:the|a|an|of|at|to|by|from|in|was|were|is|are|about|than|more|and|or|for|"
    r"vs|versus|between|around|nearly|almost|some|over|with|against|now|still|again|"
    r"seriously|slightly|currently|aged|ages|only|accounting|representing|comprising|making|"
    r"an? (?:additional|further|net|record(?:-high)?|total))\b)+$"
)
_WHEN = (
    r" (?:in|of|for|during|over|as of|at)(?: the)? (?:(?:two|three|six|nine|twelve|first|second|"
    r"third|fourth|last|same|past|"
    r"previous|prior|whole|full|current|fiscal|year|quarter|month|half|period|[0-9])[\w ,-]*|"
    rf"(?:{FULL_MONTHS})"
    r"(?: of)?(?: \d{4})?|\d{4})$"
)
_PLACED = r" (?:in|of|for) (?:the )?(?:[A-Z]\w+ ?){1,3}$"
_TIME = r" (?:for|in|during|over)(?: the)? [0-9]*\s?(?:weeks?|months?|years?|quarters?|days?)\b.*$"
_NUMBERED = (
    r"\s(?:(?:in|of|for|across|to)\s)?(?:[A-Z]{1,3}(?=[$])|(?:Rs|RM|Rp|KSh|Sh) ?)?[$£€]?[0-9]"
    r"(?<!\b[Ss]cope .)(?<!\b[Tt]ier .)(?<!\b[Pp]hase .)(?<!\b[Ss]tage .)(?<!\b[Tt]ype .)"
    r"(?<!\b[Cc]lass .)(?<!\b[Ll]evel .)(?<!\b[Cc]ategory .)(?<!\b[Gg]rade .).*$"
)
"""A number and what stands behind it, unless it is a part of a name: Scope 1 emissions."""
_YEAR_IN_NAME = (
    r"\b((?:[Ff]ull|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)-(?:year|half|quarter)|"
    r"[Ff]iscal(?: year)?) "
    r"(?:19|20)[0-9]{2} (?=[a-z])"
)
_REDUCED = (
    r"^(.* (?:bought|sold|spent|paid|invested|held|filed|built|made|used|owned|employed|produced|"
    r"sent|kept|taken|won|provided|generated|carried|handled|supplied|caused|served|raised|collected|"
    r"issued|granted|received) (?:in|by|on|for|at|from|to|with) (?:the |a )?[^,;]{2,60}?) "
    r"(?:was|were|is|are|has|have|had|rose|fell|grew|increased|decreased|declined|dropped|climbed|"
    r"reached|totall?ed|stood|will)\b.*$"
)
_DATED = (
    rf" (?:in|of|for|to|ended|ending) (?:the )?(?:Q[1-4] |(?:{FULL_MONTHS}) "
    r"(?:[0-9]{1,2}, )?)?(?:19|20)[0-9]{2},?"
    r"(?= [a-z])"
)
_COUNTED = (
    r"^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred|thousand|million|half|third|thirds|quarter|quarters|and)\b"
    r"(?!-(?:year|month|day|week|hour|quarter|point))[ -]?)+"
)
OPENED = (
    r"^(?:In|During|For|Over|Since|By|At|On|As of|Throughout|Between|Across|Among|From|After|"
    r"Until) [^,;.]{1,40}, (?=[A-Za-z])"
)
_ADVERBIAL = (
    r"^(?:In|On|For|During|By|At|After|Since|Under|Over|Despite|With|While|As|Last|This|According|"
    r"Meanwhile|Excluding|Including|Based on|Driven by|Led by|Helped by|Overall|Roughly|More|"
    r"Nearly|Almost|About)\b"
)
_OPENING_TIME = (
    r"^(?:On|At|By|In|During|Since|Until|As of|For|From) (?:(?:the |its )?(?:very )?(?:end|start|"
    r"close|"
    r"beginning|middle|turn) of )?(?:the )?(?:(?:first|second|third|fourth|last|final) (?:half|"
    r"quarter|three months|six months|nine months) of )?(?:(?:last|this|the|financial|fiscal) )*"
    rf"(?:(?:[0-9]{{1,2}} )?(?:{FULL_MONTHS})(?: [0-9]{{1,2}}(?![0-9]))?(?:,? (?:19|"
    rf"20)[0-9]{{2}})?|"
    r"(?:19|20)[0-9]{2}(?:[/–-][0-9]{2,4})?|year|quarter|month|period|season)"
    r"(?:,? | alone,? )(?=[a-zA-Z])(?!(?:to|and|sales|growth|revenue|income|output|results?|"
    r"figures?|"
    r"budgets?|plans?|targets?|forecasts?|inflation|prices?)\b)"
)
"""A time that opens a sentence, with or without a comma: At the end of March our waiting list."""
_LED = (
    r"^(?:During|In|For|Over|Since|By|At|On) (?:the |a |an )?(?:[\w-]+ ){1,4}?"
    r"(?=(?:the |we |our |it |[A-Z]))"
)
_TOLD = (
    r"^.{0,60}?\b(?:said|says?|stated|envisages?|indicate[sd]?|reveals?|found|finds?|expects?|expected|"
    r"believes?|estimated|noted|added|showed|shows?|revealed|reported|estimates?|"
    r"announced|warned|suggest(?:s|ed)?|predicted|forecast|disclosed|confirmed|explained|claimed) "
    r"(?:yesterday |today |(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day |"
    r"on (?:[\w.]+ ){1,4})?that "
)
_SAID_WHEN = r"^(?:yesterday|today|on (?:[\w.]+ ?){1,4}?),? that "
_FORESIGHT_VERB = r"(?i:expect|forecast|predict|project|estimat|anticipat)"
_HOPED = (
    r"^.{0,40}?\b(?:economists?|analysts?|they|markets?|traders|forecasters)\b.{0,60}?\b"
    rf"{_FORESIGHT_VERB}(?:ed|es|e|s)?\b(?: that)? (.+)$"
)
_SIZE_FIRST = (
    r"^(?:an?|the|no) (?:[a-z]+ )?(?:increase|decrease|decline|rise|drop|gain|fall|reading|growth|"
    r"change)\b"
)
_MOVE_IN = (
    r"^\W*(?:and |while |but )?(?:the |an? )?(?:[a-z-]+ )?(?:rise|fall|increase|decrease|decline|"
    r"drop|gain|jump|surge|reduction|slowdown) in (?=(?:the |its |our )?[a-z-]+ (?:[a-z-]+ )*"
    r"(?:was|were|is|are|moderated|slowed|eased|accelerated|averaged|remained|reached|of|stood|came|picked)\b)"
)
"""What the move of something is called: the rise in services prices slowed to."""
_LATE = 120
_FORESEEN = (
    r"\b(?:expect\w*|forecasts?|foresees?|foresaw|predict\w*|looking for|project\w*|estimat\w*) "
    r"((?:[a-z][\w'-]* ){1,5})to (?:rise|fall|grow|increase|decline|drop|climb|shrink|contract|"
    r"expand|average|total|stay|"
    r"widen|narrow|reach|hit|ease|slow|edge|slide|inch|tick|slip|come in)\b[^.;]{0,40}$"
)
_REVISED = (
    r"^\W*(?:and |but |while )?(?:the |its |our |their )?"
    r"((?:[a-z][\w'-]* ){1,4}(?:forecast|estimate|outlook|projection|guidance)) "
    r"(?:has been|have been|had been|was|is|were|will be) "
    r"(?:raised|cut|lowered|lifted|revised|increased|reduced|trimmed|kept|left|set|put)\b"
)
"""What somebody foresees, by name: the container forecast has been raised to."""
_IT = (
    r"(?:^|[,;] )\W*(?:and )?((?:excluding|including|among|for|in) (?:[A-Z][a-z]+|"
    r"[a-z' -]{2,40}?)),? (?:it|they) "
    r"(?:was|were|is|are|stood at|rose|fell)\b[^,;]*$"
)
_EXPECTED = (
    r"\b(?:we|expects?|anticipates?|forecasts?|projects?|estimates?|targets?|puts?|sees?) "
    r"(?:expect|anticipate|project|forecast|estimate|target)? ?(?:its |our |the )?"
    r"((?:[A-Za-z][\w.'-]* ){1,5}?)(?:in (?:the|a) range of|to be|between|at) $"
)
THOSE = r"^(?:those|that|these)\b(?= (?:to|in|of|for|from|with))"
_PRONOUNS = frozenset(listed("it we they this these those he she which who whom"))
_OF = r"((?:[A-Za-z][\w'/&-]* ){0,3}[A-Za-z][\w'/&-]*) of(?: (?:between|" + HEDGES + r"))*\s*$"
_BOUND = (
    r"^.*\b(?:through|via|under|into|within|than|plus|the|an?|its|their|our|by|to|with|for|and|of|on|at|from|in|was|is|are|were|has|have|"
    r"had|"
    r"expects?|expected|recorded|reported|posted|set|extend|completed|proposed|registered|showed|"
    r"ran|"
    r"delivered|achieved|produced|had|record|announced|made|paid|received|got|awarded|offers?|provided|gave|issued|granted|approved|secured|"
    r"raised|won|signed|attracted|launched|representing|reflecting|showing|meaning|generated|million|billion|"
    r"percent|per cent|includes?|including|above|below|against|seasonally adjusted|"
    r"(?:staff|bank|board|committee|ministry|government) (?:projects?|forecasts?|estimates?)|"
    r"(?:projects|foresees|anticipates|predicts|implies|sees|projected|predicted|anticipated)"
    r"(?= \S)) "
)
_GOES_ON_OF_IT = (
    rf"\W*(?:(?:at|with)(?: (?:{HEDGES}))* $|(?:it|they|this) (?!is |are |took place|would|will be "
    r"held)[a-z])"
)
"""How a sentence begins that speaks on of what the one before it did."""
_VAGUE = frozenset(
    listed("""
increase decrease rise drop fall gain decline jump surge slump contraction
improvement reduction expansion deterioration rebound recovery slowdown acceleration
average high low peak trough estimate estimates expectations
forecast forecasts reading maximum minimum out further additional rest remainder another
""")
)
GENERAL = _VAGUE | frozenset(
    listed("range rate pace total level record value number amount sum market")
)
_PARTICIPLE = (
    r"^(?!\w*(?i:borrow|spend|lend|hous|manufactur|farm|min|build|shipp|bank|trad|fund|train|print|"
    r"cloth|advertis|engineer|process|pric|sav|earn|work|pack|retail)ing)[A-Za-z]{3,}ing"
    r"(?:$| (?:by|an?|the|total|guidance|up|down|to|it|them)\b)"
)
_SUPERLATIVE = (
    r"^(?:including|bringing|purchasing(?! (?:manager|power|polic))|reaching|taking|making|"
    r"leaving|marking|pushing|lifting|"
    r"(?:forecast|projected|estimated|expected|put|seen)(?= (?:at|to)\b)|lowest|highest|largest|"
    r"biggest|most|least|first|record|slightly|well|(?:originally|initially|previously|formerly|currently|nearly|"
    r"approximately|roughly|possibly|probably|officially|tentatively|reportedly)\W*$)\b(?!-)"
)
_MEASURED = (
    r", (?:now |also )?(?:measured|expressed|defined|calculated|excluding|including|net of|based|"
    r"adjusted|seasonally|which (?:exclude|include|cover|measure)s?)\b"
)
_ASIDE = (
    rf"(?: \([^()]{{0,60}}\)|{_MEASURED}[^,.;]{{0,60}},) "
    r"(?=(?:was|were|is|are|rose|fell|stood|grew|increased|declined|dropped|came|reached|averaged|"
    r"slowed|eased|improved|widened|narrowed)\b)"
)
"""What stands between a subject and its verb: traffic, measured in journeys, rose."""
_BESIDE = r",? compared (?:with|to) [^,;.]{1,40}?(?= and (?:by|to|at)\b)"
_AT_RATE = (
    r"(?i:(?:annual|annualised|annualized|average|monthly|quarterly|mean|median) (?:rate|pace))"
)
"""How fast or dear the subject is: grew at an annual rate of, carried an average rate of."""
_FORESIGHT = (
    r"\b(?:inflation|price|wage|growth|rate|sales|output) (?:expectations|forecasts?|estimates?)$"
)
"""What is foreseen, by name: inflation expectations stood at."""
_NAMED_RATE = (
    r"(?!(?:faster|slower|annual\w*|average|record|quarterly|monthly|growth|steady|high|higher|low|"
    r"lower|same|current|similar|rapid|different|new|constant|overall) )"
    r"[a-z-]{3,}(?: [a-z-]+)? (?:rate|ratio)"
)
"""A rate by a name of its own: a saving rate of."""
_WIDEST, _LONGEST = 7, 11
_SET_BESIDE = (
    r"\b(?:compared (?:to|with)|versus|vs\.?|as against|up from|down from|"
    r"(?:higher|lower|more|less|fewer) than (?=the|an?))"
    rf"(?: ?(?:{HEDGES}|a|an|the))* ?$"
)
_AGAINST_LEVEL = (
    r"\b(?:against|compared (?:to|with)|versus|from) (?:an?|the) (?:[a-z-]+ ){1,3}?of"
    rf"(?: (?:{HEDGES}))* ?$"
)
_GOES_ON = (
    r"\W*(?:and |or )?(?:which (?:is|was|means|represents)|up|down|higher|lower|more|less|fewer|"
    r"worse|better|weaker|"
    r"stronger|beating|missing|despite|above|below|following|after|"
    r"unchanged|compared|versus|vs|against|from|equivalent|equal|"
    r"(?:which (?:is|was|means|represents|amounts to|equals) )?"
    r"(?:an? )?(?:increase|rise|gain|decrease|drop|fall|decline|jump|surge|growth|reduction|"
    r"improvement|cut|slump|expansion|contraction)(?: of| from))"
    r"(?: (?:by|of|from|to|with|slightly|sharply|a|an|the|"
    + HEDGES
    + r"|record|more|than|in))*\W*$"
)
_BALANCES = ("surplus", "deficit", "shortfall", "margin", "loss", "profit", "yield")
_SHORT = 3
_SPEAKS_OF = (
    r"^(?!Part |Some |Most |All |Much )([A-Z][a-z]+(?: (?!of\b|that\b|this\b)[a-z]+){0,3}?) "
    r"(?:remains?|is|are|was|were|stays?|stayed|continues?|continued|has|have) "
)
_OCCURRING = ("cases", "incidents", "instances", "outbreaks", "episodes")
"""Things that are named by what they are cases of."""
_NEAR, _CLOSE = 200, 40
"""How far back a measure or a bracket may begin, and its last word stand."""


class Sentence(NamedTuple):
    """The words of a sentence before a number, and those of its last clause."""

    lead: str
    clause: str

    def subject(self, known: str) -> str:
        """Who or what the clause speaks of; `known` where it has no subject of its own."""
        late = self.lead[-_LATE:]
        foreseen = pattern(_FORESEEN, _FLAGS).search(late) if " to " in late else None
        if known and (part := pattern(_IT, _FLAGS).search(self.lead)) is not None:
            return f"{known} {part.group(1)}"
        expected = pattern(_EXPECTED, _FLAGS).search(late)
        if expected is not None and (named := noun(expected.group(1))):
            return named
        revised = pattern(_REVISED, _FLAGS).match(self.clause)
        clause = self.clause if foreseen is None else foreseen.group(1)
        own = noun(clause) if revised is None else revised.group(1)
        if own and known and (those := of_those(own, known)):
            return those
        if revised is not None or _is_subject(own) or _is_trade(own, self.clause):
            return own
        first = next((piece for piece in pattern(_CUT).split(self.lead) if noun(piece)), "")
        if pattern(_ADVERBIAL).match(first.strip()) or not _is_subject(noun(first)):
            return known
        return noun(first)


def of_those(words: str, known: str) -> str:
    """Those to the north, after exports to the south: exports to the north; '' for no pronoun."""
    placed = pattern(THOSE, _FLAGS).match(words)
    if placed is None:
        return ""
    return (
        pattern(" (?:to|in|of|from|for|with|among) ").split(known, maxsplit=1)[0]
        + words[placed.end() :]
    )


def _is_subject(words: str) -> bool:
    """Whether the words name what is spoken of: no pronoun, superlative, participle or measure."""
    last = words.rpartition(" ")[2].lower()
    if pattern(_PARTICIPLE).match(words) is not None:
        return False
    foreseen = pattern(_FORESIGHT, _FLAGS).search(words) is not None
    if not last or words.lower() in _PRONOUNS or (last in _VAGUE and not foreseen):
        return False
    return pattern(_SUPERLATIVE, _FLAGS).match(words) is None


def _is_trade(words: str, clause: str) -> bool:
    """Whether a lone word in -ing is a noun, since a verb follows: broadcasting brought in."""
    if not words.endswith("ing") or " " in words:
        return False
    return pattern(rf"\W*{words} (?:{_MOVES}|brought|earned)\b", _FLAGS).match(clause) is not None


def last_clause(lead: str) -> Sentence:
    """The sentence that `lead` ends in, and its last clause."""
    stops = [found.end() for found in pattern(_STOP).finditer(lead)]
    words = lead[stops[-1] :] if stops else lead
    if "compared" in words:
        words = pattern(_BESIDE).sub("", words)
    shown = words.removesuffix("(").rstrip() if words.endswith("(") else words
    if ") " in shown or pattern(_MEASURED).search(shown) is not None:
        shown = pattern(_ASIDE).sub(" ", shown)
    cuts = [found.end() for found in pattern(_CUT).finditer(shown)]
    return Sentence(words, shown[cuts[-1] :] if cuts else shown)


def spoken_of(words: str) -> str:
    """What a sentence without a number spoke of, where the one after it, that `words` end in, goes
    on by a pronoun or a bare `at`: Dry bulk was the weak spot. At (5.8 million) it came in."""
    stops = list(pattern(_STOP).finditer(words))
    if len(stops) < 1 or pattern(_GOES_ON_OF_IT, _FLAGS).match(words, stops[-1].end()) is None:
        return ""
    before = words[stops[-2].end() if len(stops) > 1 else 0 : stops[-1].start()]
    if len(stops) == 1 and not before[:1].isupper():
        return ""
    named = noun(before)
    short = 0 < len(named.split()) <= _WIDEST and named != before.strip()
    return named if short and _is_subject(named) and not is_somebody(named) else ""


def matter_of(things: str, words: str) -> str:
    """What the sentence before a number spoke of, where its things say nothing of themselves:
    Fire damage was the worst worry. Farmers reported (318 cases)."""
    stops = list(pattern(_STOP).finditer(words)) if things in _OCCURRING else []
    if not stops:
        return ""
    before = words[stops[-2].end() if len(stops) > 1 else 0 : stops[-1].start()].strip()
    spoken = pattern(_SPEAKS_OF).match(before)
    named = "" if spoken is None else spoken.group(1)
    if not named or not _is_subject(named) or is_somebody(named) or not is_name(named):
        return ""
    return "" if things in named.lower() else lowered(named)


def ends_sentence(gap: str) -> bool:
    """Whether a sentence or a line ends between two numbers."""
    return pattern(_STOP).search(gap[-240:]) is not None


def goes_on(sentence: Sentence) -> bool:
    """Whether a clause only tells more of the number before: up, down from, compared with."""
    named = pattern(r"[A-Za-z] \((?:up|down) ?$").search(sentence.lead) is not None
    if not named and pattern(_GOES_ON, _FLAGS).match(sentence.clause) is not None:
        return True
    return set_beside(sentence.lead[-40:])


def set_beside(lead: str) -> bool:
    """Whether what stands before a number sets it beside another: compared with, up from."""
    return pattern(_SET_BESIDE, _FLAGS).search(lead) is not None


def against_level(lead: str) -> bool:
    """Whether the level that `lead` leads to is an earlier one: against a loss of."""
    return set_beside(lead) or pattern(_AGAINST_LEVEL, _FLAGS).search(lead) is not None


@lru_cache(maxsize=256)
def noun(clause: str) -> str:
    """The noun phrase that a clause begins with, up to its verb."""
    words = clause.strip()
    words = pattern(OPENED).sub("", words) if "," in words else words
    words = pattern(_TOLD).sub("", words) if " that " in words else words
    words = pattern(_SAID_WHEN).sub("", words) if " that " in words else words
    words = pattern(_MOVE_IN, re.IGNORECASE).sub("", words) if " in " in words else words
    hoped = pattern(_HOPED, _FLAGS).match(words) if pattern(_FORESIGHT_VERB).search(words) else None
    words = words if hoped is None else hoped.group(1)
    if hoped is not None and pattern(_SIZE_FIRST, _FLAGS).match(words):
        return ""
    words = pattern(_OPENING_TIME).sub("", words)
    words = pattern(_LED).sub("", words) if words[:1].isupper() else words
    if " 20" in words or " 19" in words:
        words = pattern(_DATED).sub("", " " + pattern(_YEAR_IN_NAME).sub(r"\1 ", words))
    words = pattern(_NUMBERED).sub("", " " + words.removeprefix(" "))
    reduced = pattern(_REDUCED).match(words)
    words = _without_verb(words) if reduced is None else reduced.group(1)
    words = pattern(_TIME).sub("", words)
    words = pattern(_ENDING, _FLAGS).sub("", pattern(_LEAD, _FLAGS).sub("", words))
    words = pattern(_COUNTED, _FLAGS).sub("", words)
    words = pattern(_PLACED).sub("", pattern(_WHEN).sub("", words))
    return shortened(words, _WIDEST, _LONGEST)


def _without_verb(words: str) -> str:
    """The words up to the verb; a noun that opens them is none: Peak demand hit, Return on."""
    opens = pattern(_OPENS_AS_NOUN).match(words) or pattern(_NOUN_NOT_VERB).match(words)
    if opens is not None and pattern(_VERB, _FLAGS).search(words, opens.end()) is not None:
        return words[: opens.end()] + pattern(_VERB, _FLAGS).sub("", words[opens.end() :])
    return pattern(_VERB, _FLAGS).sub("", words)


def measured(lead: str, subject: str) -> str:
    """What the words right before the number name: a surplus of, output cuts of."""
    found = pattern(_OF).search(lead[-_NEAR:]) if " of" in lead[-_CLOSE:] else None
    if found is None:
        return ""
    words = pattern(_BOUND, _FLAGS).sub("", found.group(1) + " ").strip()
    if subject and pattern(_AT_RATE).fullmatch(words):
        return f"{subject} {words}"
    last = words.rpartition(" ")[2].lower()
    if last in ("rate", "ratio") and pattern(_NAMED_RATE).fullmatch(words):
        return words
    if last == "range" and words.endswith("target range"):
        return words
    return "" if not words or last in GENERAL else words


def with_owner(balance: str, subject: str) -> str:
    """A balance with what it is of: current account surplus; that of a body by its name alone."""
    if balance not in _BALANCES or not 0 < len(subject.split()) <= _SHORT or is_somebody(subject):
        return balance
    return balance if subject.endswith(balance) else f"{subject} {balance}"


def is_new_statement(gap: str) -> bool:
    """Whether more than `to`, `vs` or `from` stands between two numbers."""
    words = pattern(r"[A-Za-z]{2,}").findall(gap[:160])
    return len(gap) > 24 or any(word not in ("to", "vs", "from", "and", "or") for word in words)
