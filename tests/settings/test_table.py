import pytest

from viewer.settings import SETTINGS, SettingRow

ROWS = {row.key: row for row in SETTINGS}


@pytest.mark.parametrize("raw", [True, None, "1", float("nan"), float("inf"), 0.1, 9, []])
def test_a_number_is_neither_a_flag_nor_beyond_its_bounds(raw: object) -> None:
    assert ROWS["zoom"].read(raw) is None


def test_a_whole_number_reads_as_a_number() -> None:
    assert ROWS["zoom"].read(2) == 2.0


@pytest.mark.parametrize("raw", [0, 1, None, "true"])
def test_only_true_and_false_are_a_flag(raw: object) -> None:
    assert ROWS["table"].read(raw) is None


@pytest.mark.parametrize("raw", [None, 3, "x" * 5_000])
def test_a_text_is_a_text_of_bounded_length(raw: object) -> None:
    assert ROWS["display"].read(raw) is None


@pytest.mark.parametrize("raw", ["abc", [-1], [True], [1.5], list(range(9)), {"a": 1}])
def test_a_list_of_sizes_holds_whole_numbers_within_bounds(raw: object) -> None:
    assert ROWS["split"].read(raw) is None


def test_a_list_of_texts_passes_over_what_is_none() -> None:
    row = SettingRow("some", (), most=2)
    assert row.read(["a", 1, None, "b", "c"]) == ("a", "b")
    assert row.read("abc") is None


def test_a_table_passes_over_what_is_no_text_and_keeps_the_last() -> None:
    row = SettingRow("some", {}, most=2)
    assert row.read({"a": "1", "b": 2, "c": "3", "d": "4"}) == {"c": "3", "d": "4"}
    assert row.read(["a"]) is None


def test_no_setting_has_two_rows() -> None:
    keys = [row.key for row in SETTINGS]
    assert len(keys) == len(set(keys))
