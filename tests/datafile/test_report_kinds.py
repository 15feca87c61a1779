from pathlib import PurePath

import pytest

from viewer.datafile.report_kinds import binary_label, document_label, kind_of, suffixes


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("年报.txt", "text"),
        ("年报.TEXT", "text"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        (PurePath("folder") / "a.b.DOCX", "word"),
        ("a.Pdf", "pdf"),
        ("a.htm", "html"),
        ("a.xhtml", "html"),
        ("a.DOC", "word-97"),
        ("a.wps", "word-97"),
        ("公文.ofd", "ofd"),
    ],
)
def test_a_report_is_known_by_its_suffix_in_any_case(name: str | PurePath, kind: str) -> None:
    found = kind_of(name)
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize("name", ["a.yaml", "docx", "a.docx.bak", ".txt", "a.rtf", ""])
def test_any_other_name_is_that_of_no_report(name: str) -> None:
    assert kind_of(name) is None


def test_every_suffix_belongs_to_one_kind() -> None:
    assert len(set(suffixes())) == len(suffixes())
    assert suffixes()[:2] == (".txt", ".text")


@pytest.mark.parametrize(
    ("data", "document", "binary"),
    [
        (b"%PDF-1.7\n", "PDF", "PDF"),
        (b"PK\x03\x04\x14", "Word / Excel / ZIP", "Word / Excel / ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1", "Word 97 (.doc)", "Word 97 (.doc)"),
        (b"{\\rtf1", "RTF", "RTF"),
        (b"\x89PNG\r\n", "", "PNG"),
        (b"\xff\xd8\xff\xe0", "", "JPEG"),
        (b"MZ\x90", "", "EXE"),
        ("收件39份".encode(), "", ""),
        (b"", "", ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes(data: bytes, document: str, binary: str) -> None:
    assert document_label(data) == document
    assert binary_label(data) == binary
