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
            "At the end of March our waiting list stood at 41,872 people, against 46,015 a year "
            "earlier.",
            ["waiting list", "waiting list a year earlier"],
        ),
        ("On 31 March the Trust employed 8,934 staff.", ["staff employed"]),
        ("Inpatient falls came down to 4.9.", ["Inpatient falls"]),
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
            ["Orders increase", "customers using the app"],
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
        ("The city plans to spend £61 million on roads.", ["planned spending on roads"]),
        ("We expect to produce between 860,000 and 880,000 tonnes.", ["expected production"]),
        (
            "The mine contributed $310 million in royalties and taxes.",
            ["royalties and taxes"],
        ),
        ("The ward has 2,917 nurses and midwives.", ["nurses and midwives"]),
        ("There were 74 cases of theft.", ["cases of theft"]),
        (
            "Of our 24,300 homes, 71% now have a good rating.",
            ["homes", "homes with a good rating"],
        ),
        (
            "In a survey of 2,014 adults, 57% said they were worried about bills and 23% had "
            "fallen behind on payments.",
            [
                "adults",
                "adults worried about bills",
                "adults who had fallen behind on payments",
            ],
        ),
        (
            "The festival attracted 84,000 people, 15,000 of whom came for the opening weekend.",
            ["people attracted", "people who came for the opening weekend"],
        ),
        (
            "The network comprises 1,240 branches, 310 of them run by partners.",
            ["branches", "branches run by partners"],
        ),
        (
            "Just 61 patients had been waiting for more than a year.",
            ["patients waiting for more than a year"],
        ),
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
         "(+6.1%).", ["Traffic", "Traffic in the year before", "Traffic increase"]),
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
        (
            "Ferries brought 486,300 visitors, more than the 432,300 who had come in the "
            "previous year.",
            ["visitors brought", "visitors brought in the previous year"],
        ),
        (
            "The ratio improved to 53.7% (previous year: 56.9%).",
            ["ratio", "ratio in the previous year"],
        ),
        (
            "Falls were 4.9 in 2024/25, down from 5.6 in 2023/24.",
            ["Falls in 2024/25", "Falls in 2023/24"],
        ),
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
        ("There were 74 fires, inside the ceiling of 80.", ["fires", "fires ceiling"]),
        (
            "The surplus was £2.7 million, better than the £2.5 million in our plan.",
            ["surplus", "planned surplus"],
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
            "Expenditure came to £54.3 million: £28.6 million for the theatre block, £14.1 million "
            "for equipment and £11.6 million for repairs and systems.",
            [
                "Expenditure",
                "Expenditure for the theatre block",
                "Expenditure for equipment",
                "Expenditure for repairs and systems",
            ],
        ),
        (
            "Of the 46 GWh of electricity used, 28 GWh, or 61%, came from our own turbines.",
            [
                "electricity used",
                "electricity used from our own turbines",
                "share of electricity used from our own turbines",
            ],
        ),
        (
            "There were 184 million trips on the metro and 122 million on buses.",
            ["trips on the metro", "trips on buses"],
        ),
        (
            "Rents brought in £4 million and services such as pilotage and towage £3 million.",
            ["Rents", "services such as pilotage and towage"],
        ),
    ],
)
def test_a_part_in_a_list_is_called_by_its_own_name(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
