from pathlib import Path

import pytest

from viewer.datafile.report_kinds import REPORT_KINDS, suffixes
from viewer.draft.readers import read_report
from viewer.i18n import LANGUAGES, load
from viewer.model import ViewerError


def refused(path: Path) -> ViewerError:
    with pytest.raises(ViewerError) as caught:
        read_report(path)
    return caught.value


def test_a_suffix_belongs_to_one_reader() -> None:
    assert len(suffixes()) == len(set(suffixes()))


def test_the_suffix_chooses_the_reader_whatever_its_case(tmp_path: Path) -> None:
    path = tmp_path / "REPORT.TXT"
    path.write_bytes("全省建成203个。".encode("gb18030"))
    assert read_report(path).blocks[0].text == "全省建成203个。"


def test_radicals_copied_from_a_pdf_are_characters_again(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# ⼤港\n\n全港⼯⼈203名。\n", encoding="utf-8")
    report = read_report(path)
    assert [block.text for block in report.blocks] == ["大港", "全港工人203名。"]


def test_an_unknown_kind_names_the_known_ones(tmp_path: Path) -> None:
    error = refused(tmp_path / "report.rtf")
    assert error.code == "draft-unknown-kind"
    assert ".docx" in str(error.params["known"])


@pytest.mark.parametrize("name", ["report.yaml", "report.log", "report"])
def test_prose_is_read_as_a_text_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    said = "港口月报\n\n来源：海港日报\n\n一、船舶\n\n- 本月进港船舶203艘，比上月多5艘。\n"
    path.write_text(said, encoding="utf-8")
    assert "本月进港船舶203艘" in [block.text for block in read_report(path).blocks][-1]


@pytest.mark.parametrize(
    "said", ["name: x\nvalue: [1, 2]\n", '{\n"a": 1,\n"b": 2\n}\n', "\0\1 203\n"]
)
def test_what_is_no_prose_by_an_unknown_name_is_no_report(tmp_path: Path, said: str) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(said, encoding="utf-8")
    assert refused(path).code == "draft-unknown-kind"


@pytest.mark.parametrize("name", ["mine.yaml", "mine.txt", "mine.md", "mine"])
def test_a_data_file_is_not_drafted_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("briefing: 1\ntitle: 月报\nsections:\n  - id: a\n", encoding="utf-8")
    assert refused(path).code == "draft-briefing"


def test_a_report_that_has_one_word_of_a_data_file_is_a_report(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The report has these sections:\n\nsections:\n\nThere were 12 boats.\n")
    assert read_report(path).blocks


@pytest.mark.parametrize("content", [b"", b"\n \n\t\n"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    assert refused(path).code == "draft-empty"


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    assert refused(tmp_path / "nothing.txt").code == "file-missing"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as opened:
        opened.truncate(REPORT_KINDS[0].most + 1)
    assert refused(path).code == "draft-too-large"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_says_its_parameters(language: str, tmp_path: Path) -> None:
    said = load(language).of_error(refused(tmp_path / "report.rtf"))
    assert "report.rtf" in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\x89PNG\r\n", "PNG"),
        (b"{\\rtf1", "RTF"),
    ],
)
@pytest.mark.parametrize("name", ["report.txt", "report.md", "report.html"])
def test_what_is_no_text_whatever_its_name_is_told_for_what_it_is(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = refused(path)
    assert error.code == "draft-misnamed"
    assert kind in str(error.params["kind"])
