"""What is left of an income, rates that divide a rate, totals that only words or counts tell."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a surplus",
        "Income came to $9.6 million and costs to $8.9 million, leaving a surplus of $0.7 million.",
        {("sum", "$9.6 million", "$8.9 million", "$0.7 million"): True},
    ),
    (
        "a surplus that is none of them",
        "Income came to $9.6 million and costs to $8.9 million, leaving a surplus of $0.9 million.",
        {("sum", "$9.6 million", "$8.9 million", "$0.9 million"): False},
    ),
    (
        "what is left in Chinese",
        "本年收入为820万元，支出为765万元，结余55万元。",
        {("sum", "820万元", "765万元", "55万元"): True},
    ),
    (
        "what is left of all years is none of this one",
        "本年收入为820万元，支出为765万元，年末累计结余312万元。",
        {},
    ),
    (
        "rates that divide a rate",
        "达标天数比例为91.4%，其中优占40.3%，良占51.1%。",
        {("sum", "91.4%", "40.3%", "51.1%"): True},
    ),
    (
        "rates of another whole divide nothing",
        "毕业生就业率为96.2%，其中男生占51.4%，女生占48.6%。",
        {},
    ),
    (
        "counts down to one that make their total",
        "辖区有监测断面48个，达到Ⅲ类及以上的41个，Ⅳ类5个，Ⅴ类2个。",
        {("sum", "48个", "41个", "5个", "2个"): True},
    ),
    (
        "counts of other nouns each",
        "Of 640 staff, 412 are nurses, 131 doctors and 97 administrators.",
        {("sum", "640 staff", "412", "131 doctors", "97 administrators"): None},
    ),
    (
        "counts behind a colon",
        "The city issued 2,310 licences: 1,480 renewals and 830 new ones.",
        {("sum", "2,310 licences", "1,480 renewals", "830"): None},
    ),
    (
        "making so many",
        "Deliveries were 96,000 cars and 14,000 vans, making 110,000 vehicles.",
        {("sum", "110,000 vehicles", "96,000 cars", "14,000 vans"): None},
    ),
    (
        "a total that its name makes one, with one number wrong",
        "分区域看，东片产量为21.4万吨，中片为18.9万吨，西片为9.7万吨，总产量54.0万吨。",
        {("sum", "54.0万吨", "21.4万吨", "18.9万吨", "9.7万吨"): False},
    ),
    (
        "a total behind its parts that only the numbers tell",
        "Freight brought in £54.2 million and passengers £37.6 million; with £8.2 million from "
        "other sources, turnover was £100.0 million.",
        {("sum", "£100.0 million", "£54.2 million", "£37.6 million", "£8.2 million"): True},
    ),
    (
        "schools by sort in brackets",
        "There are 96 schools (71 primary, 25 secondary).",
        {("sum", "96 schools", "71", "25"): True},
    ),
    (
        "a list that everything else closes, with one number wrong",
        "Of the €118.6 million of income, dues provided €54.2 million, that is 45.7%; €32.9 "
        "million came from cargo and €22.5 million from rents and everything else.",
        {
            ("part", "€118.6 million", "€54.2 million", "45.7%"): True,
            ("sum", "€118.6 million", "€54.2 million", "€32.9 million", "€22.5 million"): False,
        },
    ),
    (
        "a rate that names what divides it, with one number wrong",
        "优良天数比率为88.6%，其中优级天数占31.0%，良级天数占51.2%。",
        {("sum", "88.6%", "31.0%", "51.2%"): False},
    ),
    (
        "parts in brackets up to the others, with one number wrong",
        "Turnover of $63.0 million came from lodging ($45.5 million), food ($15.2 million) and "
        "other services ($6.3 million).",
        {("sum", "$63.0 million", "$45.5 million", "$15.2 million", "$6.3 million"): False},
    ),
]


@each_of(CASES)
def test_a_total_is_found_with_its_parts(text: str, expected: Found) -> None:
    assert found_in(text) == expected
