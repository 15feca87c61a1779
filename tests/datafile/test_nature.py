"""Whether a file is a report or a data file: by its suffix and what stands in it."""

from pathlib import Path

import pytest

from viewer.datafile import read_briefing
from viewer.datafile.nature import (
    is_data_file,
    report_kind_at,
    report_kind_within,
    report_label,
)

BRIEFING = """briefing: 1
title: Harbour
language: en
sections:
  - id: one
    title: Boats
    passage: There were 12 boats.
"""
PROSE = "Harbour report\n\nThere were 12 boats in the harbour, more than ever.\n"
MARKDOWN = "# Harbour\n\n- Boats: *12: more* than ever\n\n\t* `x`: [y\n"


@pytest.mark.parametrize(
    ("name", "text", "label"),
    [
        ("report.md", MARKDOWN, "Markdown"),
        ("report.txt", PROSE, "TXT"),
        ("report.html", "<p>There were 12 boats.</p>", "HTML"),
        ("report.yaml", PROSE, "TXT"),
        ("report", PROSE, "TXT"),
        ("年报.yml", "港口年报\n港口有船12艘，比上年增加3艘。\n", "TXT"),
        ("report.yaml", "PK\x03\x04word", "Word / Excel / ZIP"),
        ("report", "%PDF-1.7 words", "PDF"),
        ("briefing.yaml", BRIEFING, ""),
        ("briefing.txt", BRIEFING, ""),
        ("briefing.md", f"# by hand\n{BRIEFING}", ""),
        ("briefing", BRIEFING, ""),
        ("BRIEFING.TXT", BRIEFING.replace("\n", "\r\n"), ""),
        ("broken.yaml", BRIEFING.replace("title: Boats", 'title: "Boats'), ""),
        ("broken.txt", BRIEFING.replace("title: Boats", 'title: "Boats'), ""),
        ("other.yaml", "name: x\nvalue: [1, 2]\n", ""),
        ("list.yaml", "- one thing and another\n- a second thing\n", ""),
        ("word.yaml", "harbour\n", ""),
        ("key.yaml", f"{'k' * 2000}\n", ""),
        ("empty.yaml", "", ""),
        ("empty.md", " \n", ""),
    ],
)
def test_a_file_is_told_by_suffix_and_words(name: str, text: str, label: str) -> None:
    assert report_label(name, text.encode()) == label
    codes = [issue.code for issue in read_briefing(text.encode(), name).issues]
    assert codes == ["file-report"] if label else "file-report" not in codes


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_briefing_is_one_in_any_encoding(encoding: str) -> None:
    assert report_label("briefing.txt", BRIEFING.encode(encoding)) == ""


def test_a_broken_briefing_by_the_name_of_a_report_is_told_its_mistake() -> None:
    broken = BRIEFING.replace("title: Harbour", 'title: "Harbour')
    for name in ("briefing.yaml", "briefing.txt", "briefing.md", "briefing"):
        codes = [issue.code for issue in read_briefing(broken.encode(), name).issues]
        assert codes == ["quote-open"], name


@pytest.mark.parametrize(
    ("text", "told"), [(BRIEFING, True), (PROSE, False), ("briefing: 1\n\nThere were 12.", False)]
)
def test_a_data_file_has_both_its_version_and_its_sections(text: str, told: bool) -> None:
    assert is_data_file(text.encode()) is told


def test_an_empty_file_is_empty_whatever_its_name() -> None:
    for name in ("a.yaml", "a.md", "a.txt", "a"):
        assert [issue.code for issue in read_briefing(b"", name).issues] == ["file-empty"]


def test_a_briefing_is_drafted_from_reports_only(tmp_path: Path) -> None:
    for name, text, kind in (
        ("a.md", MARKDOWN, "markdown"),
        ("b.txt", BRIEFING, None),
        ("c.yaml", PROSE, None),
        ("d", PROSE, None),
        ("e.docx", "PK\x03\x04", "word"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = report_kind_at(tmp_path / name)
        assert (found and found.name) == kind, name


def test_a_report_is_told_by_what_stands_in_it_where_its_name_says_nothing(tmp_path: Path) -> None:
    for name, text, kind in (
        ("c.yaml", PROSE, "text"),
        ("d", f"{PROSE}\nSource: Harbour News\n\n- 3 more boats\n", "text"),
        ("f.yaml", BRIEFING, None),
        ("g.yaml", "name: x\nvalue: [1, 2]\n", None),
        ("h.bin", "PK\x03\x04\0\0word/document.xml", "word"),
        ("i.bin", "PK\x03\x04\0\0OFD.xml", "ofd"),
        ("j.xlsx", "PK\x03\x04\0\0xl/workbook.xml", None),
        ("k", "%PDF-1.7 words", "pdf"),
        ("l.save", "\n<!DOCTYPE html><p>There were 12 boats.", "html"),
        ("m.rtf", "{\\rtf1 There were 12 boats.}", None),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = report_kind_within(tmp_path / name)
        assert (found and found.name) == kind, name


def test_what_cannot_be_read_is_told_by_its_suffix(tmp_path: Path) -> None:
    kinds = [report_kind_at(tmp_path / name) for name in ("missing.md", "missing.yaml")]
    assert [kind and kind.name for kind in kinds] == ["markdown", None]
    (tmp_path / "folder.md").mkdir()
    found = report_kind_at(tmp_path / "folder.md")
    assert found is not None and found.name == "markdown"
