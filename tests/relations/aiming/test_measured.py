"""What was reached, and the aim that its own sentence or a duty of others measures it by."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "an aim that the words behind it make one",
        "Punctuality was 91.4%, a little short of the 94% we set ourselves.",
        {("target", "94%", "91.4%"): None},
    ),
    (
        "an aim without its noun, which is no earlier value",
        "The tribunal decided 3,410 claims, against the 3,700 the ministry had asked of it.",
        {("target", "3,700", "3,410 claims"): None},
    ),
    (
        "a sum that was passed",
        "The fund reached £64,000, well past the £50,000 it set out to raise.",
        {("target", "£50,000", "£64,000"): None},
    ),
    (
        "so many of those that were meant",
        "By May the estate had thinned 210 of the 240 hectares it meant to thin.",
        {("target", "240 hectares", "210"): None},
    ),
    (
        "a bound that others set",
        "The loan allows debt of no more than 3.0 times earnings; we closed at debt of 2.4 times.",
        {("target", "3.0 times", "2.4 times"): None},
    ),
    (
        "an aim in a sentence of its own",
        "The desk answered 84% of letters in a week. Ninety per cent is what the charter requires.",
        {("target", "Ninety per cent", "84%"): None},
    ),
    (
        "a duty whose verb comes again",
        "The permit obliges us to treat 98% of sewage. Today we treat 95%.",
        {("target", "98%", "95%"): None},
    ),
    (
        "what should have been",
        "The roof should have cost £210,000, yet the final bill was £268,000.",
        {("target", "£210,000", "£268,000"): None},
    ),
    (
        "what a verb was done to",
        "The crew was to clear 52,000 cubic metres of rubble; it cleared 47,000.",
        {("target", "52,000 cubic metres", "47,000"): None},
    ),
    (
        "a share of what was planned",
        "The firm wired 8,300 flats, which is 104% of what it had planned.",
        {("target", "8,300 flats", "104%"): None},
    ),
    (
        "a rise of something else",
        "Tolls were to rise by 4% in April; salaries went up by 3%.",
        {},
    ),
    (
        "a bound that nobody laid on the report",
        "The bridge bears no more than 40 lorries. The ferry took 36 lorries.",
        {},
    ),
]


@each_of(CASES)
def test_a_level_is_held_against_the_aim_beside_it(text: str, expected: Found) -> None:
    assert found_in(text) == expected
