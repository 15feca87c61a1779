import re
from pathlib import Path

import pytest

from tests.draft.locked import locked_pdf
from viewer.commands import draft as command
from viewer.commands.checked import FINE, check_file
from viewer.commands.draft import NO_FIGURES, run
from viewer.i18n import LANGUAGES, load
from viewer.model import ViewerError

REPORT = Path(__file__).parents[2] / "data" / "shandong-2020.txt"
WORDS = load("zh")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.read_bytes())
    return path


def test_a_draft_stands_beside_its_report_and_checks(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(report)], WORDS) == FINE
    told = capsys.readouterr().out
    assert "43" in told
    assert "数字报" in told
    assert check_file(str(report.with_suffix(".yaml"))).code == FINE


def test_a_file_that_exists_is_not_overwritten_unasked(report: Path) -> None:
    out = report.with_suffix(".yaml")
    out.write_text("mine")
    with pytest.raises(ViewerError) as caught:
        run([str(report)], WORDS)
    assert caught.value.code == "draft-exists"
    assert out.read_text() == "mine"
    assert run([str(report), "--force"], WORDS) == FINE
    assert out.read_text() != "mine"


def test_standard_output_has_the_file_and_nothing_else(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(report), "-o", "-"], WORDS) == FINE
    printed = capsys.readouterr()
    assert printed.out.startswith("#")
    assert "43" in printed.err
    assert not report.with_suffix(".yaml").exists()


def test_an_update_rewrites_its_file_and_lists_what_changed(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run([str(report)], WORDS)
    file = report.with_suffix(".yaml")
    drafted = file.read_text()
    label = re.findall(r"label: (.*)\n *value: 50亿", drafted)[0]
    file.write_text(drafted.replace(f"label: {label}\n", "label: 及时止付金额\n"))
    report.write_text(REPORT.read_text().replace("止付50亿元", "止付51亿元"))
    capsys.readouterr()
    assert run([str(report), "--update", str(file)], WORDS) == FINE
    assert "及时止付金额 50亿元 变为 51亿元" in capsys.readouterr().out
    assert "label: 及时止付金额" in file.read_text()


def test_a_report_without_figures_is_told_by_the_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "plain.md"
    path.write_text("没有任何数据的一句话。")
    assert run([str(path)], WORDS) == NO_FIGURES


def test_the_encoding_asked_for_is_used(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("全省建成中心203个。".encode("big5", "replace"))
    with pytest.raises(ViewerError) as caught:
        run([str(path), "--encoding", "utf-8"], WORDS)
    assert caught.value.code == "draft-undecodable"


def test_what_cannot_be_updated_or_written_is_said(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("")
    with pytest.raises(ViewerError) as caught:
        run([str(report), "--update", str(empty)], WORDS)
    assert caught.value.code == "file-unsound"
    with pytest.raises(ViewerError) as caught:
        run([str(report), "-o", str(tmp_path / "no" / "such" / "place.yaml")], WORDS)
    assert caught.value.code == "write-no-folder"


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_and_summary_are_whole_sentences_in_both_languages(
    language: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run([str(report), "--force"], load(language))
    told = capsys.readouterr().out
    assert "{" not in told
    assert "draft." not in told


def test_an_update_keeps_the_authors_comments_and_an_unchanged_file_as_it_is(report: Path) -> None:
    file = report.with_suffix(".yaml")
    assert run([str(report)], WORDS) == FINE
    mine = "# For Monday's meeting.\n" + file.read_text("utf-8").replace(
        "value: 1793\n", "value:   1793   # asked twice\n"
    )
    file.write_text(mine, encoding="utf-8")
    assert run([str(report), "--update", str(file)], WORDS) == FINE
    assert file.read_text("utf-8") == mine

    report.write_text(report.read_text("utf-8").replace("1793 名", "1801 名"), encoding="utf-8")
    assert run([str(report), "--update", str(file)], WORDS) == FINE
    text = file.read_text("utf-8")
    assert "# For Monday's meeting.\nbriefing: 1\n" in text
    assert "value: 1801  # asked twice\n" in text
    assert check_file(str(file)).code == FINE


def test_a_password_is_asked_for_only_where_somebody_can_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked_pdf("Ships called 52 times.", "quay"))
    with pytest.raises(ViewerError) as caught:
        run([str(path)], WORDS)
    assert caught.value.code == "draft-encrypted-pdf"
    typed = iter(["boat", "quay"])
    monkeypatch.setattr(command, "prompt_secret", lambda _prompt: next(typed))
    assert run([str(path)], WORDS) == FINE
    with pytest.raises(ViewerError) as caught:
        run([str(path), "--password", "boat", "--force"], WORDS)
    assert caught.value.code == "draft-wrong-password"
