"""Names of English figures whose clause speaks of what was told before."""

import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text, "en"), "en") if one.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Punctuality was 76.3%, up from 72.8%. The improvement of 3.5 percentage points leaves"
            " us short of the 78% that we were asked to reach.",
            [*["Punctuality"] * 2, "Punctuality improvement", "Punctuality target"],
        ),
        (
            "Injuries ran at 3.1 per million hours worked; the board's limit is 4.0.",
            ["Injuries per million hours worked", "Injuries per million hours worked limit"],
        ),
        (
            "Falls came down to 4.9 per 1,000 bed days from 5.6 in 2024.",
            ["Falls per 1,000 bed days", "Falls per 1,000 bed days in 2024"],
        ),
        (
            "In our survey, 74% of tenants were satisfied; among owners the figure was only 51%.",
            ["tenants satisfied", "tenants satisfied among owners"],
        ),
        (
            "Gearing was 68.5%; our licence limits this to 70%.",
            ["Gearing", "Gearing limit"],
        ),
        (
            "Leakage averaged 148 megalitres a day, 4.5% lower than a year earlier.",
            ["Leakage", "Leakage lower than a year earlier"],
        ),
        (
            "Of our 4,980 staff, 38% are on fixed-term contracts.",
            ["staff", "staff on fixed-term contracts"],
        ),
        (
            "We dealt with 2,204 complaints and upheld 61% of them.",
            ["complaints", "complaints upheld"],
        ),
        (
            "The challenge drew 18,250 children, and 62% of them finished it.",
            ["children drawn", "children who finished it"],
        ),
        (
            "Ferry passengers totalled 1.1 million, 1.7% short of the 1.2 million carried in 2024.",
            ["Ferry passengers", "Ferry passengers", "Ferry passengers in 2024"],
        ),
        (
            "A larger share of visitors was admitted within an hour: 76.3%.",
            ["visitors admitted within an hour"],
        ),
    ],
)
def test_a_number_is_of_what_was_told_before(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port dues came to €54.2 million, that is 45.7%.", "Port dues share"),
        ("Wages absorbed €33.9 million, or 38.3% of those costs.", "Wages share of costs"),
        ("Spending came to €27 million: 52.5% of the €52 million budgeted.",
         "Spending share of budget"),
        ("The project found £32 million, 103.9% of what was required.",
         "project share of what was required"),
    ],
)  # fmt: skip
def test_a_level_told_again_as_a_part_is_a_share(text: str, expected: str) -> None:
    assert labels(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the whole of 2026 we expect income of €240 million.", "expected income in 2026"),
        ("For the fourth quarter, we expect revenue of $835 million.",
         "expected revenue for the fourth quarter"),
        ("Inflation is projected to average 2.9% in 2026.", "expected inflation in 2026"),
    ],
)  # fmt: skip
def test_what_is_foreseen_is_named_with_its_time(text: str, expected: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dry bulk was the weak spot. At 5.82 million tonnes it fell.", "Dry bulk"),
        ("The grain forecast has been raised to 830,000 tonnes.", "grain forecast"),
        ("At 71%, the share of homes rated C or above is too low.",
         "share of homes rated C or above"),
        ("The port disclosed that its adjusted EBITDA climbed 6.9%.", "adjusted EBITDA increase"),
        ("The group reported Tuesday that its net profit surged to £160 million.", "net profit"),
        ("Bay Airport reported a 13% increase in first-half revenue to just under $500 million.",
         "first-half revenue increase"),
        ("The previous record spend was the £5.7bn invested in 2020.", "previous record spend"),
        ("Income rose, leaving a surplus of £7.6 million.", "surplus"),
        ("Cash provided by operating activities was $142.7 million.",
         "Cash provided by operating activities"),
        ("They will deepen the Kvelde channel to 15.5 metres.", "Kvelde channel"),
        ("Profit after tax nevertheless slipped to €19.8 million.", "Profit after tax"),
    ],
)  # fmt: skip
def test_a_subject_is_found_before_verbs_of_every_form(text: str, expected: str) -> None:
    assert labels(text)[0] == expected


def test_what_is_spent_of_a_sum_is_spending() -> None:
    text = "Cash was $142.7 million, of which $38.2 million was spent on capital expenditure."
    assert labels(text) == ["Cash", "spending on capital expenditure"]


def test_a_share_of_the_total_names_it() -> None:
    text = (
        "Container volume reached 412,300 TEU. Transhipment made up 31% of the total, against 28% a"
        " year before."
    )
    share = "Transhipment share of container volume"
    assert labels(text) == ["Container volume", share, f"{share} a year before"]
