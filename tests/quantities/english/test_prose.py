import pytest

from viewer.model import Kind
from viewer.quantities import scan
from viewer.quantities.vocabulary import words_of

Told = tuple[float, str, str, str]


def told(text: str) -> list[Told]:
    return [
        (round(float(q.value or 0), 4), q.unit, str(q.kind), str(q.qualifier))
        for q in scan(text, "en")
        if q.is_metric
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue was $4.2 billion, up 12%, and it cut about 1,500 jobs.",
            [
                (4.2e9, "$", "amount", "exact"),
                (12, "%", "change", "exact"),
                (1500, "jobs", "change", "approx"),
            ],
        ),
        ("The deficit narrowed to CAD 1.9 billion.", [(1.9e9, "CAD", "amount", "exact")]),
        ("Unemployment fell to 3.4 percent.", [(3.4, "percent", "share", "exact")]),
        ("It gained 1.2 percentage points.", [(1.2, "percentage points", "change", "exact")]),
        ("Nearly one-third of households.", [(0.3333, "", "share", "approx")]),
        (
            "Rents rose in five and fell in nine. It closed six old coal plants.",
            [(5, "", "count", "exact"), (9, "", "count", "exact"), (6, "", "count", "exact")],
        ),
        ("The ratio improved to 28:1 from 35 to 1.", [(28, "", "share", "exact")] * 1
         + [(35, "", "share", "exact")]),
        (
            "There were 3.4 beds per ward and 22 per 1,000 live births.",
            [(3.4, "beds per ward", "amount", "exact"),
             (22, "per 1,000 live births", "share", "exact")],
        ),
        ("It will spend $1.1-1.3 billion.", [(1.1e9, "$", "amount", "exact")]),
        ("The line earned Sh14.5 billion and R2 million.",
         [(14.5e9, "Sh", "amount", "exact"), (2e6, "R", "amount", "exact")]),
        ("The index averaged 124.3 points, up 1.5 points.",
         [(124.3, "points", "amount", "exact"), (1.5, "points", "change", "exact")]),
        ("The office recovered $14,200,000.", [(14200000, "$", "amount", "exact")]),
        ("The state has 12,34,56,789 people.", [(123456789, "people", "count", "exact")]),
        ("More than 2/3rd of the people agree.", [(0.6667, "", "share", "at_least")]),
        ("There were 51,000 more than a year earlier.", [(51000, "", "change", "exact")]),
        ("The rate was 8.8%, more than three times the average.",
         [(8.8, "%", "share", "exact"), (3, "times", "share", "at_least")]),
        ("Sales of $75 million were $9 million, or 13.6%, higher than in 2022.",
         [(75e6, "$", "amount", "exact"), (9e6, "$", "amount", "exact"),
          (13.6, "%", "change", "exact")]),
        ("It gives £5 Million to five ambitious City Fund projects.",
         [(5e6, "£", "amount", "exact"), (5, "", "count", "exact")]),
        ("It had a gross margin of 31.6% compared to 29.8%.",
         [(31.6, "%", "share", "exact"), (29.8, "%", "share", "exact")]),
        ("It owns 33 1/3% of the firm.", [(33.3333, "%", "share", "exact")]),
        ("It foresees growth rates of 2.5 percent.", [(2.5, "percent", "change", "exact")]),
        ("The board share was lower, 57.2%, in a 1.5 trillion shilling budget.",
         [(57.2, "%", "share", "exact"), (1.5e12, "shilling", "amount", "exact")]),
        ("Only two out of 10 adults agreed.", [(0.2, "", "share", "exact")]),
        ("It sold 10,000 more than 2024, up from 900.",
         [(10000, "", "change", "exact"), (900, "", "count", "exact")]),
        ("Crimes rose - up to 31,250 last year.", [(31250, "", "count", "exact")]),
        ("It followed a 2.8 percent plunge.", [(2.8, "percent", "change", "exact")]),
        ("They plan to try 3 times.", [(3, "times", "share", "exact")]),
        ("Rice was 5 cents less than in 2019.", [(5, "cents", "change", "exact")]),
        ("Rain averaged 812 millimeters.", [(812, "millimeters", "amount", "exact")]),
        ("About half of the firms agreed.", [(0.5, "", "share", "approx")]),
        (
            "Sales jumped in the West (27.6% to 171K).",
            [(27.6, "%", "change", "exact"), (171000, "", "count", "exact")],
        ),
        (
            "Claims fell by 4,000 to 216,000.",
            [(4000, "", "change", "exact"), (216000, "", "count", "exact")],
        ),
        ("Imports rose 3-4% this week.", [(3, "%", "change", "exact")]),
        ("In 2017, 1 856 persons died.", [(1856, "persons", "count", "exact")]),
        ("It cost 39 945 USD, on June 12 300 people paid.",
         [(39945, "USD", "amount", "exact"), (300, "people", "count", "exact")]),
        ("It rose in five regions and fell in nine.",
         [(5, "regions", "count", "exact"), (9, "", "count", "exact")]),
        ("Gross margins expanded by 40 basis points, to 31.6%.",
         [(40, "basis points", "change", "exact"), (31.6, "%", "share", "exact")]),
        ("The state raises KSh 302 billion.", [(302e9, "KSh", "amount", "exact")]),
        ("The area is 36 square miles.", [(36, "square miles", "amount", "exact")]),
        ("Earnings rose 12 cents, or 0.3%.", [
            (12, "cents", "change", "exact"), (0.3, "%", "change", "exact"),
        ]),
        ("The dividend is 14.2p, from 13.1 pence.", [
            (14.2, "p", "amount", "exact"), (13.1, "pence", "amount", "exact"),
        ]),
        ("Punctuality fell by 1.8 percentage points to 87.5%.", [
            (1.8, "percentage points", "change", "exact"), (87.5, "%", "share", "exact"),
        ]),
        ("Growth slowed by 0.5 percentage points to 3%.", [
            (0.5, "percentage points", "change", "exact"), (3, "%", "change", "exact"),
        ]),
        ("Bus trips reached 51.3 million, tram 22.7 million and ferry 10.2 million.", [
            (51300000, "", "count", "exact"), (22700000, "", "count", "exact"),
            (10200000, "", "count", "exact"),
        ]),
        ("Margin slipped 40 basis points to 9.1%.", [
            (40, "basis points", "change", "exact"), (9.1, "%", "share", "exact"),
        ]),
        ("Accidents fell by a quarter; a third of firms agreed.", [
            (0.25, "", "change", "exact"), (0.3333, "", "share", "exact"),
        ]),
        ("A profit of KSh 3.6 billion.", [(3.6e9, "KSh", "amount", "exact")]),
        ("One in three households.", [(0.3333, "", "share", "exact")]),
        ("It is valued at about 12 times earnings.", [(12, "times", "share", "approx")]),
        ("A 45,000-square-metre bakery.", [(45000, "square-metre", "amount", "exact")]),
        ("No fewer than twelve people were hurt.", [(12, "people", "count", "at_least")]),
    ],
)  # fmt: skip
def test_english_figures_are_told_from_the_sentence(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In fiscal 1947, since June 2020 and for 2019-20.",
        "The Q3 report, the 22nd, on COVID-19 and 5G, section 3.",
        "The FTSE 250 index, Scopes 1 and 2, at 0630 GMT.",
        "On December 17 at 10:30 and for the next three months.",
        "One of the most important first steps.",
    ],
)
def test_english_dates_ranks_and_names_are_no_figures(text: str) -> None:
    assert told(text) == []


def test_latin_text_is_read_as_english_whatever_the_language_says() -> None:
    (quantity,) = scan("Exports totaled 3.5 million tons.", "zh-CN")
    assert (quantity.value, quantity.unit) == (3500000, "tons")


def test_hundreds_that_nobody_counted_have_no_value() -> None:
    assert [one.surface for one in scan("It lifted several hundred firms.") if one.is_metric] == []


@pytest.mark.parametrize("words", words_of("en", "basis.term", "year", "previous"))
def test_a_percentage_that_a_way_of_comparing_follows_is_a_change(words: str) -> None:
    if not words.startswith("sequential"):  # 5 sequential quarters
        (found,) = scan(f"The mill's output reached 5 percent {words}.")
        assert found.kind is Kind.CHANGE
