import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [q.label for q in labelled(text, scan(text, "en"), "en") if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A total of 3,412 fires broke out, killing 218 people and injuring 1,906.",
            ["fires", "people killed", "people injured"],
        ),
        ("Farmers sold rice at 32 cents per kilogram.", ["rice price"]),
        ("The council spent $3 million on street lights.", ["spending on street lights"]),
        ("The group paid $37 million in dividends.", ["dividends"]),
        ("The council announces £75 million package.", ["package"]),
        ("We delivered record sales of $1.2 billion, up 17%.", ["sales", "sales increase"]),
        (
            "We expect full-year profit in the range of $3.95 to $4.05 a share.",
            ["expected full-year profit"],
        ),
        ("The port earned £4 million last year.", ["earnings"]),
        (
            "The mill will cut 1,200 jobs, about 4% of its workforce.",
            ["jobs cut", "jobs cut share of workforce"],
        ),
    ],
)
def test_the_verb_before_a_number_says_what_it_is_of(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It runs 1,512 stores, up 86, and opened 31 new stores.",
            ["stores", "stores increase", "new stores opened"],
        ),
        (
            "Outlays were $1.1 billion, compared with $980 million last year.",
            ["Outlays", "Outlays last year"],
        ),
        (
            "It pledged US$65 million to 23 projects, with $12 million for roads.",
            ["", "projects", "roads"],
        ),
    ],
)
def test_a_clause_that_only_goes_on_keeps_the_label(text: str, expected: list[str]) -> None:
    found = labels(text)
    assert [
        new if old != "It" else old for new, old in zip(found, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roughly 60 percent of respondents said they were content.", ["respondents content"]),
        ("About one-third of the 4,250 homes burned, two-thirds stood.", ["homes"] * 3),
        (
            "It approved 41 new drugs, 17 of which were for rare diseases.",
            ["new drugs approved", "new drugs approved for rare diseases"],
        ),
        (
            "It has 19 kilometres of paved roads, only 38 percent of which are in good condition.",
            ["paved roads", "paved roads in good condition"],
        ),
        (
            "Exports to the north were $18 billion, those to the south $16 billion.",
            ["Exports to the north", "Exports to the south"],
        ),
        ("Joblessness among people aged 18 to 29 stood at 9.1%.", ["Joblessness among people"]),
        ("Margins fell to 4%, and the CET1 ratio was 14.2%.", ["Margins", "CET1 ratio"]),
        (
            "The total was 90 million, of which 47 million (52%) are males and 43 million "
            "(48%) are females.",
            ["total", "males", "males share", "females", "females share"],
        ),
        ("Over 21 million persons live in rural areas.", ["persons in rural areas"]),
        (
            "The vacancy rate, at 2.4%, and the turnover ratio, at 37%, held.",
            ["vacancy rate", "turnover ratio"],
        ),
        (
            "Sales rose due to a $6.4 million increase in the retail segment.",
            ["increase in retail segment"],
        ),
        (
            "Vaccination rate in the state - 81%\nLowest vaccination rate in state - Norland - 55%",
            ["Vaccination rate in the state", "vaccination rate Norland"],
        ),
        (
            "In May 2020, sales and net earnings were $310 million and $22 million, respectively.",
            ["sales", "net earnings"],
        ),
        (
            "Sales of $310 million were $20 million, or 6.9%, higher than the $290 million then.",
            ["Sales"] * 4,
        ),
        (
            "Growth in pay slowed to 2.1%, excluding bonuses it was 2.0%.",
            ["Growth in pay", "Growth in pay excluding bonuses"],
        ),
        ("Sales dipped 0.8%, worse than the 0.1% fall feared.", ["Sales fall"] * 2),
        (
            "Services grew 0.5%, while manufacturing shrank 0.6%.",
            ["Services growth", "manufacturing fall"],
        ),
        (
            "Of the 16 towns, nine recorded growth and three were poor.",
            ["towns", "towns", "poor towns"],
        ),
        ("It will build 1,200 new homes across 15 sites.", ["new homes to build", "sites"]),
        (
            "The energy index rose 6% and the food index 4%.",
            ["energy index increase", "food index increase"],
        ),
        ("The treasury will borrow Sh40 billion and tap another Sh75 billion.", ["treasury"] * 2),
        ("A total of 34% of thefts involved a van.", ["thefts that involved a van"]),
        (
            "There were jumps in the numbers of recorded thefts (up 9%), petty frauds (up 4%).",
            ["recorded thefts increase", "petty frauds increase"],
        ),
        (
            "The poll, of 4,000 people, found harm at sea had dropped 12%.",
            ["people", "harm at sea drop"],
        ),
        ("As of May 9, 61% of the nation’s rice acreage was good.", ["nation’s rice acreage"]),
        (
            "By May 2, 47% of the crop was headed, 4% ahead of the usual pace.",
            ["crop headed", "crop headed ahead of the usual pace"],
        ),
        ("Theft - down 5%\nPickpocketing - up 6%", ["Theft fall", "Pickpocketing increase"]),
        (
            "Output fell by 2.2%. Economists had expected an increase of 0.3%.",
            ["Output fall", "expected output increase"],
        ),
        (
            "Analysts expect that wages grew 3%, following a 1% drop in May.",
            ["expected wages growth", "wages drop"],
        ),
        ("Economists forecast shipments to edge down by 0.1%.", ["expected shipments fall"]),
        (
            "It trained 5,200 farmers in bee keeping, 1,800 in safe storage and 240 poor "
            "and remote groups.",
            ["farmers trained", "farmers trained in safe storage", "poor and remote groups"],
        ),
        (
            "Farming makes up 38% of output, and engages 71% of the labour force.",
            ["Farming share of output", "Farming"],
        ),
        ("There are 312 savings and credit groups.", ["savings and credit groups"]),
        ("It hired 2,300 people, nearly half of them women.", ["people hired", "women"]),
        (
            "Output slid 0.6% in March, after a 0.3% gain in February.",
            ["Output fall", "Output gain"],
        ),
        ("In November, sales jumped in the West (27.6%).", ["sales in the West"]),
    ],
)
def test_parts_and_moves_are_called_by_their_whole(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
