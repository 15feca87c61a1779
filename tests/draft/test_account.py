"""What a draft says of itself: how much of the report it holds, and what it left out."""

from pathlib import Path

import pytest

from viewer.draft.drafting import Draft, draft_report

REPEATED = "年末有企业52家，产值8.1亿元。52家，52家。"


def drafted(folder: Path, name: str, text: str) -> Draft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return draft_report(path)


@pytest.mark.parametrize(
    ("name", "text", "code", "numbers", "of"),
    [
        ("whole.txt", "年末有企业52家。\n产值8.1亿元。", "kept", 2, 2),
        ("unproven.txt", f"{REPEATED}\n全年降水612毫米，气温15.2℃。", "kept", 5, 6),
        ("worded.txt", "全港复工三成，码头工人442人。", "kept", 2, 2),
        ("dated.txt", "县统计局\n2025年3月4日\n年末有企业52家，产值8.1亿元。", "kept", 2, 5),
        ("twice.txt", "年末有企业52家，产值8.1亿元。\n" * 2, "kept-unproven", 0, 4),
        (
            "gutted.html",
            "<body><div class='sidebar'>"
            + "<p>公司上半年有门店812家，新开37家，关闭9家。</p>" * 8
            + "</div><article><h1>门店简报</h1><p>本页刊登门店的情况，以下供参考，详见正文。</p>"
            "<p>年末有门店820家。</p></article></body>",
            "kept-little",
            1,
            25,
        ),
    ],
)
def test_a_draft_tells_how_many_of_the_numbers_it_holds(
    name: str, text: str, code: str, numbers: int, of: int, tmp_path: Path
) -> None:
    said = drafted(tmp_path, name, text).notes[0]
    assert (said.code, said.params["numbers"], said.params["of"]) == (code, numbers, of)


def test_lines_left_out_for_one_reason_are_told_in_one_note(tmp_path: Path) -> None:
    pages = "\n".join(f"第{at}节写得很长。全年产值{at}3.5亿元。\n第 {at} 页" for at in range(1, 8))
    told = [note for note in drafted(tmp_path, "pages.txt", pages).notes if "page" in note.code]
    assert [note.params["text"] for note in told] == ["第 1 页 · 第 2 页 · 第 3 页 … (+4)"]
