from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Span
from viewer.proof.checks.similar import Folded, first_difference, nearest_stretch


def near(cite: str, text: str):
    return nearest_stretch(cite, text, Folded.of(text))


def test_folding_remembers_where_each_character_stood() -> None:
    folded = Folded.of("Ａ，b 𠮷㎡")
    assert folded.text == "ab𠮷m2"
    assert folded.origin == (0, 2, 4, 5, 5)


def test_the_nearest_of_several_wordings_is_found() -> None:
    text = "充实派出所民警1793名。充实机关民警20名。"
    found = near("充实派出所警力1793名", text)
    assert found is not None
    assert found.span.of(text) == "充实派出所民警1793名"


def test_a_quote_whose_beginning_was_cut_in_the_text_is_found_at_its_start() -> None:
    text = "派出所警力1793名。"
    found = near("充实派出所警力1793名", text)
    assert found is not None
    assert found.span.of(text) == "派出所警力1793名"


def test_a_quote_with_words_before_it_in_the_text_is_found_behind_them() -> None:
    text = "全年各地累计充实派出所民警，其中充实派出所民警1793名。"
    found = near("充实派出所警力1793名", text)
    assert found is not None
    assert found.span.of(text) == "充实派出所民警1793名"


def test_where_most_of_a_quote_begins_counts_and_not_where_a_few_words_of_it_stand() -> None:
    decoys = "充实派对的节目内容，落实派出的工作任务，所有派出所得税款缴清，全所警犬都已受训。"
    text = f"{decoys}充实派出所民警1793名。"
    found = near("充实派出所警力1793名", text)
    assert found is not None
    assert found.span.of(text) == "充实派出所民警1793名"


def test_words_that_share_a_phrase_only_are_not_similar() -> None:
    assert near("充实派出所警力五百人次", "各地派出所很多很多很多很多") is None


def test_short_quotes_are_compared_too() -> None:
    assert near("5个", "没有") is None
    assert near("5项", "得5个") is None


def test_nothing_is_near_in_an_empty_text() -> None:
    assert near("充实派出所警力", "") is None


def test_the_first_difference_is_counted_from_the_start() -> None:
    assert first_difference("abc", "abd") == 2
    assert first_difference("ab", "abc") == 2


def test_a_text_of_one_repeated_word_is_no_trouble() -> None:
    text = "公安" * 20_000
    found = near("公安" * 30 + "民警", text)
    assert found is not None
    assert found.span.of(text) == "公安" * 30


def test_a_part_of_one_character_is_no_quote() -> None:
    found = near("1", "¼，其中 1 名")
    assert found is not None
    assert found.span.of("¼，其中 1 名") == "1"


@given(st.text(max_size=40), st.text(max_size=80))
def test_what_is_found_lies_in_the_text(cite: str, text: str) -> None:
    found = near(cite, text)
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)


@given(st.text(min_size=1, max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_a_quote_that_lost_its_spaces_is_found(quote: str, before: str, after: str) -> None:
    text = before + quote + after
    cite = "".join(quote.split())
    found = near(cite, text)
    folded = Folded.of(cite).text
    assert (found is None) == (not folded)
    assert found is None or Folded.of(found.span.of(text)).text == folded


def test_a_place_that_parts_a_character_is_passed_by_for_the_next() -> None:
    assert Folded.of("ⅢII").find("ii") == Span(1, 3)
