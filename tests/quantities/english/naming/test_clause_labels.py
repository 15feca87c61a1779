"""Labels of English numbers by the grammar of their clause: what an editor prints beside them."""

import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Return on equity came in at 14.2%.", ["Return on equity"]),
        ("Peak demand hit 61.8 GW on 9 January.", ["Peak demand"]),
        (
            "Scope 1 emissions have come down by 34% since 2019.",
            ["Scope 1 emissions fall"],
        ),
        (
            "The average house price rose by 2.8% to £291,000; in London it fell by 0.6%.",
            [
                "average house price increase",
                "average house price",
                "average house price in London fall",
            ],
        ),
        (
            "The current account recorded a surplus of $14.7 billion.",
            ["current account surplus"],
        ),
        ("Storm claims cost the group $340 million.", ["cost of storm claims"]),
        (
            "Emissions amounted to 38,700 tonnes of carbon dioxide equivalent.",
            ["Emissions"],
        ),
        (
            "Legacies rose, with donors contributing a further £1.1 million.",
            ["donors"],
        ),
    ],
)
def test_a_number_is_called_by_the_subject_of_its_clause(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The clinic treated 118,000 inpatients and 402,000 outpatients.",
            ["inpatients treated", "outpatients treated"],
        ),
        ("Farmers harvested 13.9 million tonnes of wheat.", ["wheat harvested"]),
        (
            "At the end of June 7,320 patients were waiting for surgery.",
            ["patients waiting for surgery"],
        ),
        (
            "Some 38,400 people hold a library card.",
            ["people who hold a library card"],
        ),
        (
            "Orders were up 12%, with 1.4 million customers using the app each week.",
            ["Orders growth", "customers using the app"],
        ),
        ("Only 14% of new homes were classed as affordable.", ["new homes classed as affordable"]),
        (
            "The group opened 24 stores and closed 9, taking the total to 1,312.",
            ["stores opened", "stores closed", "total stores"],
        ),
        (
            "The court heard 12,480 cases and had 9,310 pending at year end.",
            ["cases heard", "cases pending"],
        ),
        (
            "Arson fires accounted for 212 of the 640 outdoor fires.",
            ["Arson fires", "outdoor fires"],
        ),
        ("The force has 1,870 officers and 640 civilian staff.", ["officers", "civilian staff"]),
        ("The city plans to invest £118 million.", ["planned investment"]),
        ("The company appealed and raised £1.2 million in ten days.", ["funds raised"]),
    ],
)
def test_an_object_is_called_by_what_is_done_with_it(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net debt was reduced by £12.3 million.", ["Net debt reduction"]),
        ("Gross margin narrowed by 40 basis points.", ["Gross margin narrowing"]),
        ("The combined ratio was 94%, an improvement of 2.3 points.",
         ["combined ratio", "combined ratio improvement"]),
        ("Fares will go up by an average of 4.6% from January.", ["Fares increase"]),
        ("Traffic came to 3.1 million tonnes, compared with 2.9 million tonnes in the year before "
         "(+6.1%).", ["Traffic", "Traffic in the year before", "Traffic growth"]),
        ("Trade subtracted 0.2 percentage points.", ["contribution of Trade"]),
    ],
)  # fmt: skip
def test_a_change_is_called_by_the_noun_of_its_verb(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The service lent 1.84 million items, 6.2% fewer than the 1.96 million lent in 2023.",
            ["items lent", "items lent fewer than in 2023", "items lent in 2023"],
        ),
        (
            "Dry bulk fell by 5.3% from the previous year's 15.0 million tonnes.",
            ["Dry bulk fall", "Dry bulk in the previous year"],
        ),
        ("Complaints fell from 41 to 36.", ["Complaints before", "Complaints"]),
        (
            "Turnover rose to £231.6 million from £220.8 million.",
            ["Turnover", "Turnover before"],
        ),
        (
            "Ferries brought 486,300 visitors, more than the 432,300 who had come in the "
            "previous year.",
            ["visitors brought", "visitors brought in the previous year"],
        ),
        ("Prices ranged from 3 euros to 9 euros.", ["Prices", "Prices"]),
    ],
)
def test_an_earlier_level_is_told_from_the_level_of_now(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bed occupancy was 94.1%, well above the recommended 85%.",
            ["Bed occupancy", "recommended bed occupancy"],
        ),
        (
            "Investment came to £96.4 million, below the £105.0 million budgeted.",
            ["Investment", "Investment budgeted"],
        ),
        ("Emissions were 9% lower, and the goal is 50% by 2030.", ["Emissions", "Emissions goal"]),
        (
            "Emissions were 30 tonnes; the aim is a reduction of at least 50%.",
            ["Emissions", "Emissions reduction aim"],
        ),
    ],
)
def test_what_should_be_is_called_so(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Port dues contributed £138.2 million (59.7%), rents £61.9 million (26.7%).",
            ["Port dues", "Port dues share", "rents", "rents share"],
        ),
        (
            "Cars made up 29.7 million tonnes, followed by liquid bulk with 19.6 million tonnes.",
            ["Cars", "liquid bulk"],
        ),
        (
            "Cyclists account for 9% of trips in the city but 22% of serious injuries.",
            ["Cyclists share of trips in the city", "Cyclists share of serious injuries"],
        ),
        (
            "Rents brought in £4 million and services such as pilotage and towage £3 million.",
            ["Rents", "services such as pilotage and towage"],
        ),
    ],
)
def test_a_part_in_a_list_is_called_by_its_own_name(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
