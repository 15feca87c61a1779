"""The table of checks: everything that is looked for, in the order in which it is reported."""

from __future__ import annotations

from viewer.proof.checks.check_charts import CHART_CHECKS
from viewer.proof.checks.check_computed import COMPUTED_CHECKS
from viewer.proof.checks.check_metrics import METRIC_CHECKS
from viewer.proof.checks.check_quotes import QUOTE_CHECKS
from viewer.proof.checks.check_relations import RELATION_CHECKS
from viewer.proof.checks.check_sections import FILE_CHECKS, SECTION_CHECKS
from viewer.proof.checks.check_talk import TALK_CHECKS
from viewer.proof.coverage import COVERAGE_CHECKS
from viewer.proof.related import Related
from viewer.proof.values import Check, Covered, Known, Tried

OF_SECTION: tuple[Check[Tried], ...] = (
    *SECTION_CHECKS,
    *QUOTE_CHECKS,
    *METRIC_CHECKS,
    *COMPUTED_CHECKS,
    *CHART_CHECKS,
)
"""What is looked for in one section."""

OF_FILE: tuple[Check[Known], ...] = (*FILE_CHECKS, *TALK_CHECKS)
"""What is looked for across the sections of a file."""

OF_RELATIONS: tuple[Check[Related], ...] = RELATION_CHECKS
"""What is looked for in the relations of a file."""

CHECKS: tuple[Check[Tried] | Check[Known] | Check[Related] | Check[Covered], ...] = (
    *OF_SECTION,
    *OF_FILE,
    *OF_RELATIONS,
    *COVERAGE_CHECKS,
)
"""Every row; the codes are unique, and each has a sentence `issue.<code>` in the catalogue."""
