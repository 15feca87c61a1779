from viewer.draft.readers.pdf_furniture import without_furniture
from viewer.draft.readers.pdf_lines import Cell, Line


def line(text: str, height: float) -> Line:
    return Line((Cell(text, 50, 50 + 10 * len(text)),), height, height + 10, 10, False)


def test_what_a_browser_prints_at_the_edges_of_one_page_is_dropped() -> None:
    page = [
        line("2023/5/18 09:26 夏季简报", 820),
        *[line("正文一行。", 700 - 15 * at) for at in range(5)],
        line("https://example.org/a/b.html 1/1", 20),
    ]
    kept, dropped = without_furniture([page])
    assert [each.text for each in kept[0]] == ["正文一行。"] * 5
    assert dropped == ("2023/5/18 09:26 夏季简报", "https://example.org/a/b.html 1/1")


def test_a_date_without_a_time_of_day_is_no_head_of_a_browser() -> None:
    page = [
        line("2023年5月18日 夏季简报", 820),
        *[line("正文。", 700 - 15 * at) for at in range(5)],
    ]
    assert without_furniture([page])[0][0] == page
