from tests.editions.conftest import Compare

OLD = "2022年渔业简报\n2022年，捕捞量21.5万吨，渔民人均收入2.31万元。"
NEW = "2023年渔业简报\n2023年，捕捞量23.7万吨，2022年捕捞量为{}。渔民人均收入2.46万元。"


def test_a_value_of_the_earlier_year_is_no_partner_and_is_held_against_it(
    compared: Compare,
) -> None:
    found = compared(OLD, NEW.format("21.5万吨"))
    assert {(one.old.point.written, one.new.point.written) for one in found.sure} == {
        ("21.5万", "23.7万"),
        ("2.31万", "2.46万"),
    }
    assert [(one.new.point.written, one.agrees) for one in found.restated] == [("21.5万", True)]


def test_a_value_that_was_changed_since_is_told(compared: Compare) -> None:
    found = compared(OLD, NEW.format("21.9万吨"))
    (told,) = found.restated
    assert (told.old.point.written, told.agrees) == ("21.5万", False)


def test_a_rounded_value_still_agrees(compared: Compare) -> None:
    found = compared(OLD, NEW.format("22万吨"))
    assert [one.agrees for one in found.restated] == [True]


def test_a_month_before_may_be_named_behind_its_value(compared: Compare) -> None:
    found = compared(
        "Harbour news, March 2024\nThe vacancy rate was 5.2% in March.",
        "Harbour news, April 2024\nThe vacancy rate rose to 5.4% in April from 5.2% in March.",
    )
    assert [one.new.point.written for one in found.sure] == ["5.4"]
    for pair in found.sure:
        assert pair.new.point.written == "5.4"
    assert [(one.new.point.written, one.agrees) for one in found.restated] == [("5.2", True)]
