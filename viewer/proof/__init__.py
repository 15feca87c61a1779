"""Proves every figure against the words it came from, and checks what an author may get wrong."""

from viewer.model import Figure, Proof
from viewer.proof.checks.table import CHECKS
from viewer.proof.coverage import coverage, coverage_issues, covered
from viewer.proof.filter import proven_only
from viewer.proof.prove import finish_proof, prove, prove_section
from viewer.proof.values import Check, Covered, Known, SectionProof, Unused

__all__ = [
    "CHECKS",
    "Check",
    "Covered",
    "Figure",
    "Known",
    "Proof",
    "SectionProof",
    "Unused",
    "coverage",
    "coverage_issues",
    "covered",
    "finish_proof",
    "prove",
    "prove_section",
    "proven_only",
]
