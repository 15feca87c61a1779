"""Labels that say what was done with the things of an English number, or what they did."""

import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Your gifts helped us reach 1.2 million people with food, shelter or medicine.",
            ["people reached with food, shelter or medicine"],
        ),
        ("Our crews built or mended 3,900 wells.", ["wells built or mended"]),
        (
            "We finished kitchens in 84 schools, serving 31,000 pupils.",
            ["schools where kitchens were finished", "pupils served"],
        ),
        (
            "We provided clean water to 16,400 people within days.",
            ["people provided with clean water"],
        ),
        ("In 2025 we aim to reach 1.4 million people.", ["people to reach"]),
        ("Shoppers placed $87 million in orders this month.", ["orders placed"]),
        (
            "The company returned $63 million to shareholders, consisting of $41 million in share "
            "repurchases and $22 million in dividends.",
            ["amount returned to shareholders", "share repurchases", "dividends"],
        ),
        (
            "The firm bought back 35,000 shares for $3 million.",
            [
                "shares bought back",
                "cost of shares bought back",
            ],
        ),
        (
            "Noise was named as a nuisance by 62% of tenants.",
            ["tenants that named noise as a nuisance"],
        ),
        (
            "The survey covers 46 shops. Terms were left unchanged by 26 of them and eased by 6.",
            ["shops", "shops that left terms unchanged", "shops that eased terms"],
        ),
        (
            "Buses carried 41.6 million trips, trams 18.9 million and harbour ferries 3.2 million.",
            [
                "trips carried by buses",
                "trips carried by trams",
                "trips carried by harbour ferries",
            ],
        ),
        (
            "Curators treated 2,310 objects and catalogued 14,700.",
            ["objects treated", "objects catalogued"],
        ),
        ("We lent 212 objects to 37 schools.", ["objects lent", "schools"]),
        (
            "Turnover was 12%; one in five vacancies took more than a month.",
            ["Turnover", "vacancies"],
        ),
        (
            "GAAP and non-GAAP gross margins were 73% and 73.5%, respectively.",
            ["GAAP gross margins", "non-GAAP gross margins"],
        ),
        ("The group has hedged 68% of its fuel needs.", ["fuel needs hedged"]),
        ("It cost $236 million to run the network.", ["cost to run the network"]),
        ("The mill paid $718 per tonne for coal.", ["coal price"]),
        (
            "We worked with 93 local groups, responded to 11 floods and plan to open clinics in "
            "three further towns.",
            ["local groups worked with", "floods responded to", "further towns to open clinics in"],
        ),
        (
            "At year end we employed 612 staff, of whom 51 were clerks.",
            ["staff employed", "clerks"],
        ),
        ("Strikes halted output at 27% of mills.", ["mills where strikes halted output"]),
    ],
)
def test_a_number_is_named_by_what_somebody_did_with_it(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In total 1,284,000 people used a clinic. Of these, 712,000 gained a pass and the "
            "remaining 572,000 took part in training.",
            [
                "people who used a clinic",
                "people who gained a pass",
                "people who took part in training",
            ],
        ),
        (
            "We dug 3,900 wells: 1,400 were new and 2,500 were rehabilitated. By June 3,600 of "
            "them, or 92.3 percent, were in working order.",
            [
                "wells dug",
                "new wells",
                "wells rehabilitated",
                "wells in working order",
                "share of wells in working order",
            ],
        ),
        (
            "Some 38% of firms reported higher sales, 34% reported no change.",
            ["firms reported higher sales", "firms that reported no change"],
        ),
        (
            "Six members voted for the cut.",
            [
                "members who voted for the cut",
            ],
        ),
        (
            "85 cents of every dollar we spent went directly to programmes.",
            ["share of spending going to programmes"],
        ),
        (
            "A further $60 million or so will be spent on new carriers.",
            ["spending on new carriers"],
        ),
    ],
)
def test_a_number_that_opens_its_clause_is_named_by_what_its_things_do(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We spent $38 million on care, $4 million on rent and $2 million on pay and training.",
            ["spending on care", "spending on rent", "spending on pay and training"],
        ),
        (
            "Patrons gave $18 million, towns and regional councils $15 million.",
            ["Patrons", "towns and regional councils"],
        ),
        (
            "Lending totalled €31 billion, made up of €12 billion to firms and €19 billion to "
            "households.",
            ["Lending", "Lending to firms", "Lending to households"],
        ),
        (
            "Consumption contributed 0.8 percentage points to growth and investment 0.3 "
            "percentage points.",
            ["contribution of Consumption to growth", "contribution of investment to growth"],
        ),
        (
            "Loans rose to €24 billion, or 59.0 per cent of GDP.",
            ["Loans", "Loans share of GDP"],
        ),
        (
            "Net debt was $41 million, 74% of the annual budget of $55 million.",
            [
                "Net debt",
                "Net debt share of annual budget",
                "Net debt annual budget",
            ],
        ),
    ],
)
def test_members_of_a_list_share_its_head(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue rose 6% to $80 million, compared with $75 million in the same period of 2024.",
            ["Revenue increase", "Revenue", "Revenue in the same period of 2024"],
        ),
        (
            "Income was $60 million, or $1.5 per diluted share, against $52 million, or $1.3 per "
            "diluted share, a year earlier.",
            [
                "Income",
                "Income per diluted share",
                "Income a year earlier",
                "Income per diluted share a year earlier",
            ],
        ),
        (
            "The rate was cut to 4.25 per cent, which leaves it 1 percentage point below the peak "
            "of 5.25 per cent.",
            ["rate", "rate below the peak", "rate peak"],
        ),
        (
            "Fares were 6.1 per cent lower than a year before.",
            ["Fares lower than a year before"],
        ),
        (
            "The bank expects output to grow by 1.6% this year and by 1.9% in 2027.",
            [
                "expected output growth this year",
                "expected output growth in 2027",
            ],
        ),
        (
            "Net debt fell to $11 million from $16 million at March 31.",
            [
                "Net debt",
                "Net debt at March 31",
            ],
        ),
    ],
)
def test_figures_of_one_name_are_told_apart_by_move_time_and_base(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The approval rate for requests from small and medium-sized firms rose to 71%.",
            ["approval rate for requests from small and medium-sized firms"],
        ),
        ("It gives £5 million.", [""]),
        ("Takings rose, leaving free cash of $10 million.", ["free cash"]),
        (
            "Punctuality (arrivals within 15 minutes) was 81.4%.",
            ["Punctuality"],
        ),
        (
            "Capacity grew 4%, while traffic, measured in journeys, rose 6.1%.",
            ["Capacity growth", "traffic increase"],
        ),
        (
            "Some 79.8% of flights left within 15 minutes of schedule.",
            ["flights that left within 15 minutes of schedule"],
        ),
        ("Of all bus rides, 83.9 percent left on time.", ["bus rides that left on time"]),
        (
            "Full-year 2025 operating profit is expected to reach $4 million.",
            ["expected full-year operating profit"],
        ),
        ("The share of shops that would open fell to 44%.", ["share of shops"]),
    ],
)
def test_a_label_is_no_fragment(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
