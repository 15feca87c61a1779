"""How every surface words a relation that was recomputed: its rule, its terms, its verdict."""

from __future__ import annotations

from viewer.i18n import Words
from viewer.model import Recomputed, RelationKind, Tally


def tally_words(tally: Tally, words: Words) -> str:
    """How many relations were recomputed and how many do not agree; empty where there are none."""
    if not tally.judged:
        return ""
    said = words("relation.recomputed", n=tally.judged)
    if not tally.disagreeing:
        return words("relation.all-agree", said=said)
    said = words("relation.some-disagree", said=said, n=tally.disagreeing)
    return words("relation.accepted", said=said, n=tally.accepted) if tally.accepted else said


def rule_words(one: Recomputed, words: Words) -> str:
    """The calculation in words: share = part / whole."""
    kind = one.relation.kind
    if kind is RelationKind.CHANGE:
        return words("relation.rule.growth" if one.relative else "relation.rule.difference")
    return words(f"relation.rule.{kind.value}")


def term_words(one: Recomputed, words: Words) -> tuple[str, ...]:
    """Each figure: its role, its label, its value as printed."""
    return tuple(
        words(
            "relation.term",
            role=words(f"relation.role.{term.role}"),
            label=term.label,
            printed=term.printed,
        )
        for term in one.terms
    )


def verdict_words(one: Recomputed, words: Words) -> str:
    """Agrees, does not agree (with what the author says of it), or why it cannot be said."""
    why = "" if one.unjudged is None else words(f"relation.unjudged.{one.unjudged.value}")
    known = " ".join(one.relation.known.split())
    return words(f"relation.verdict.{one.verdict.value}", why=why, known=known)


def calculation(one: Recomputed, words: Words) -> str:
    """The whole of it in lines: rule, terms, the numbers, the verdict."""
    formula = (one.formula,) if one.formula else ()
    lines = (*term_words(one, words), *formula, verdict_words(one, words))
    return "\n".join((rule_words(one, words), *lines))
