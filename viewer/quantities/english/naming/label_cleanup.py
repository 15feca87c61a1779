"""English labels without loose ends: no fragment of a verb, no bare time or pronoun."""

from __future__ import annotations

from viewer.quantities.english.naming.verbs import done
from viewer.quantities.english.words import FULL_MONTHS, HEDGES
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_LED = (
    r"^(?:(?:of|so that|thus|therefore|also|now|then|still|however|meanwhile|together|since|if|"
    r"when|"
    r"while|"
    r"and|but|that|which|who|the|an?|our|its|their|your|his|her|following|leaving|giving|reflecting|"
    r"resulting|small|modest|reaffirmed|reiterated|maintained|"
    r"in (?:real|nominal|cash|absolute) terms,?|"
    r"(?:helped|led|driven|boosted|supported|followed|funded) by|generating|producing|"
    r"posting|recording|reporting|achieving|delivering|making|putting|taking|"
    r"after(?= (?:[a-z]+ )?(?:costs|expenses|charges|spending|losses|tax|interest)$)|"
    r"plans|expects|reports|posts|announces|declares|unveils|books|logs|sees)\b ?(?!$))+"
)
_OPENING = r"^[A-Z][a-z]+ing(?: [a-z]+ly)? (?:on|at|to|in|with)$"
_PRONOUN_VERB = r"^(?:it|they|we|he|she|i|you) (?:(?:now|also|still) )?[a-z]+(?: |$)"
_DOES = (
    r"(?i:we|they|i|you) (?:(?:now|also|still) )?(owe|hold|spend|need|invest|lend|borrow|"
    r"save|earn|pay)"
)
_FIGURE_FOR = (
    r"^(?:(?:comparable|corresponding|same|equivalent) )?(?:figure|level|equivalent) (for|in|at|"
    r"among) "
)
_VERB_WITH = r"[a-z] (?:[a-z]{3,}ed|to [a-z]+ [a-z ]+) (?:to|with|in|for|on)$"
"""A verb with its preposition, which is no loose end: partners worked with, towns to build in."""
_LAST_VERB = (
    r"(?<=[a-z]) (?:raises|gives|owns|runs|spends|says|wants|needs|makes|takes|gets|found|"
    r"foresees)$"
)
_LAST_PARTICIPLE = (
    r"(?<=[a-z]) (?:contributing|adding|providing|representing|accounting|making|bringing|"
    r"generating|totalling|totaling|amounting|averaging|reaching|costing)$"
)
_MOVED_IT = (
    r"^(?:leav(?:es?|ing)|left|mak(?:es?|ing)|made|t(?:ak(?:es?|ing)|ook)|br(?:ings?|inging|ought)|"
    r"put(?:s|ting)?|push(?:es|ed|ing)) (?:it|them|this)\b"
)
_WANTED = (
    r"^.{0,40}\b(?:intends?|plans?|aims?|hopes?|wants?|expects?|seeks?|decided|agreed|voted) to "
    r"[a-z]+ (?=[a-z])"
)
_TRAILED = (
    r"(?: (?:that|which|who|whose|whom|and|or|of|the|an?|to|in|at|by|for|with|from|than|as|is|"
    r"are|was|"
    r"were|be|been|has|have|had|the remaining|thus|therefore|also|now|still|alone|its|their|"
    r"nevertheless|nonetheless|however|instead|meanwhile|must|shall|should|may|might|can|could|will|"
    r"would|again|together|"
    rf"our|{HEDGES}))+$"
)
_NO_NAMES = frozenset(
    listed("""
year years month months quarter quarters week weeks day days period half end start date time autumn
spring summer winter it this that they them these those which who we you he she us there some others
other all another one ones up down back same thus then now out
""")
)
_GENERAL = frozenset(
    ("growth", "total", "rest", "remainder", "latter", "former", "figure", "result", "outcome")
)
_SOUND = r"[a-z]{4,}s"
"""A plural alone, which is no loose word: pupils."""
_MONTH = rf"(?:{FULL_MONTHS})(?: [0-9]{{1,4}})?"


def clean(label: str, known: str) -> str:
    """A label without loose words at its ends; `known` (what was named before) for none."""
    if not label or (pattern(_SOUND).fullmatch(label) and label not in _NO_NAMES):
        return label or known
    moved = pattern(_MOVED_IT, 2).match(label)
    if moved is not None:
        return f"{known}{label[moved.end() :]}" if known else ""
    told = " that " in label or " who " in label
    figure = pattern(_FIGURE_FOR).match(label)
    if figure is not None and known:
        head = known.partition(f" {figure.group(1)} ")[0]
        return f"{head} {figure.group(1)} {label[figure.end() :]}"
    words = _bare(label if told else pattern(_WANTED).sub("", label), told=told)
    if words.lower() in _GENERAL:
        return (f"{known} growth" if words == "growth" else known) if known else words
    return known if not words or words.lower() in _NO_NAMES or _is_month(words) else words


def _bare(words: str, *, told: bool) -> str:
    """The words without verbs and particles around the noun; `told` says that it has a clause."""
    owed = pattern(_DOES).fullmatch(words)
    if owed is not None:
        return f"amount {done(owed.group(1))}"
    words = words if told else pattern(_PRONOUN_VERB, 2).sub("", words)
    words = pattern(_LED, 2).sub("", pattern(_OPENING).sub("", words))
    words = words if pattern(_VERB_WITH).search(words) else pattern(_TRAILED).sub("", words)
    words = pattern(_LAST_PARTICIPLE).sub("", words)
    return pattern(_LAST_VERB).sub("", words)


def lowered(words: str) -> str:
    """A name as it stands within another: without the capital of a sentence, unless it has
    its own."""
    return words[0].lower() + words[1:] if words[1:2].islower() else words


def _is_month(words: str) -> bool:
    return pattern(_MONTH).fullmatch(words) is not None


def shortened(words: str, most: int, longest: int) -> str:
    """A noun phrase of at most `most` words, or up to `longest` where it would be cut in a part."""
    parts = words.split()
    if len(parts) <= most:
        return " ".join(parts)
    if len(parts) <= longest:
        return pattern(_TRAILED).sub("", " ".join(parts))
    joints = [at for at, word in enumerate(parts[: longest + 1]) if word in _JOINTS and at > 1]
    return " ".join(parts[: joints[-1]] if joints else parts[:most])


_JOINTS = frozenset(listed("of in for from to at on with by among under between across per"))
