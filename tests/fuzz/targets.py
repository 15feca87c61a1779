"""What is fuzzed: each target takes any bytes, and raises only where the program is wrong."""

from __future__ import annotations

import atexit
import contextlib
import io
import re
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.chart.layout.measure import simple
from tests.datafile.briefings import placeless
from tests.draft.damage import FILE, REPORT, marks
from tests.edit.acceptance import without_review
from tests.fuzz.compose import PARTS, author_file, data_file
from viewer.chart import Scene, compile_section, lay_out, tip_of
from viewer.chart.layout import DESK, ROOM
from viewer.cli import main
from viewer.datafile import read_briefing, write_briefing
from viewer.datafile.overwrite import original, overwrite
from viewer.datafile.report_kinds import REPORT_KINDS, ReportKind
from viewer.draft import draft_outline
from viewer.draft.outline import outline
from viewer.draft.readers.loading import load_report
from viewer.draft.readers.report import clean
from viewer.draft.readers.transfer import dumped, loaded
from viewer.i18n import load
from viewer.loading import opened_from
from viewer.model import Briefing, Issue, Passage, Severity, ViewerError
from viewer.proof import coverage_issues, prove, proven_only
from viewer.quantities import find, labelled, parse_value, scan
from viewer.relations.find import find_relations
from viewer.relations.recompute import recompute, term_of
from viewer.settings import SETTINGS, Settings, load_settings, log_file, settings_file

UNTOLD = re.compile(r"^(issue|error)\.|\{[a-z_]+\}")
WORDS = {language: load(language) for language in ("zh_CN", "en")}
ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "viewer"
_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="a" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    f'<w:document xmlns:w="{_OFFICE}/wordprocessingml/2006/main"><w:body>'.encode()
    + b"%s</w:body></w:document>"
)


@dataclass(frozen=True, slots=True)
class Target:
    """One target: `share` is its part of all inputs, `longest` the bytes of an input.

    `packages` are what it is meant to reach. `seeds` name a folder of files to begin with, beside
    the ones in `corpus/<name>.jsonl`.
    """

    name: str
    run: Callable[[bytes], None]
    share: int
    longest: int
    packages: tuple[str, ...]
    seeds: Path | None = None


def text_of(data: bytes) -> str:
    """Bytes as text, whatever they are."""
    return data.decode("utf-8", "ignore")


def told(issues: tuple[Issue, ...], lines: int) -> None:
    """Each issue stands at a line that is there, and has a whole sentence in both languages."""
    assert [issue.place for issue in issues] == sorted(issue.place for issue in issues)
    for issue in issues:
        assert 1 <= issue.place.line <= lines and issue.place.column >= 1, issue
        for words in WORDS.values():
            sentence = words(f"issue.{issue.code}", **dict.fromkeys(issue.params, "x"))
            assert sentence.strip() and not UNTOLD.search(sentence), issue
            words.of_issue(issue)


def reader(data: bytes) -> None:
    """Any bytes are a briefing or issues, at places that are there."""
    reading = read_briefing(data)
    assert reading.briefing is not None or reading.issues
    lines = len(re.split("\r\n|\r|\n", data.decode("utf-8", "replace")))
    told(reading.issues, lines + 1 if b"\0" not in data[:4] else len(data))


def proof(data: bytes) -> None:
    """What is proven stands in the passage, within its quote."""
    briefing = _briefing(data)
    if briefing is None:
        return
    proved = prove(briefing)
    (section,) = briefing.sections
    cited = {point.key: point.cite for metric in section.metrics for point in metric.points}
    for key, figure in proved.figures.items():
        assert figure.quote.of(section.passage.text) == cited[key]
        assert figure.quote.holds(figure.quantity.span)
        assert figure.quantity.span.of(section.passage.text) == figure.quantity.surface
    told(coverage_issues(briefing, proved.figures), len(section.passage.text) + 9)
    trusted = prove(proven_only(briefing, proved.figures))
    assert trusted.figures.keys() == proved.figures.keys()


def scene(data: bytes) -> None:
    """Every figure is drawn, wherever it is laid out, and can be said."""
    briefing = _briefing(data)
    if briefing is None:
        return
    figures = prove(briefing).figures
    words = WORDS["en" if len(data) % 2 else "zh_CN"]
    (section,) = briefing.sections
    scenes = compile_section(section, briefing, figures, words)
    keys = {point.key for metric in section.metrics for point in metric.points}
    assert keys <= {key for one in scenes for key in one.by_key}
    for one in scenes:
        _drawn(one, len(data))
        assert one.spoken and all(tip_of(mark, words) for mark in one.by_key.values())


def write(data: bytes) -> None:
    """What is written reads as the same briefing, and is written the same again."""
    reading = read_briefing(data)
    whole = reading.briefing if not reading.issues else None
    briefing = whole or _briefing(data)
    if briefing is None:
        return
    said = write_briefing(briefing, WORDS["zh_CN"])
    again = read_briefing(said.encode()).briefing
    assert again is not None
    assert placeless(again) == placeless(briefing)
    assert write_briefing(again, WORDS["zh_CN"]) == said


def scanner(data: bytes) -> None:
    """Quantities stand in the text, in order, apart from each other."""
    text = text_of(data)
    language = "en" if len(data) % 4 == 1 else "zh-CN"
    found = scan(text, language)
    end = 0
    for one in labelled(text, found, language):
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.words.holds(one.span) and one.words.end <= len(text)
        assert one.surface == one.span.of(text)
        end = one.span.end
    half = len(text) // 2
    for span in find(text[half:], text[:half], language):
        assert 0 <= span.start < span.end <= len(text) - half
    value = parse_value(text[:40])
    assert value is None or value[1] is None or value[0] <= value[1]


def report(data: bytes) -> None:
    """Any bytes, read as each kind of report, are blocks that a file can hold, or one refusal."""
    for kind in REPORT_KINDS:
        try:
            read = load_report(kind, _file_of(kind, data), "", lambda: False)
        except ViewerError as error:
            if error.__cause__ is not None and _is_ours(error.__cause__):
                raise error.__cause__ from error
            for words in WORDS.values():
                assert not UNTOLD.search(
                    words.of_error(ViewerError(error.code, **({"file": "x"} | error.params)))
                )
            continue
        assert loaded(dumped(read)) == read
        for block in read.blocks:
            assert block.text.strip() and clean(block.text) == block.text


def _file_of(kind: ReportKind, data: bytes) -> bytes:
    """The bytes as a file of a kind: in a Word file they are what the main part holds."""
    if kind.name != "word":
        return kind.signature + data
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("[Content_Types].xml", _TYPES)
        parts.writestr("_rels/.rels", _RELATIONS)
        parts.writestr("word/document.xml", _DOCUMENT % (b"<w:p/>" + data))
    return made.getvalue()


def _is_ours(error: BaseException) -> bool:
    """Whether our own code raised it, and no library: the boundary of the readers hides both."""
    frames = list(traceback.walk_tb(error.__traceback__))
    last = Path(frames[-1][0].f_code.co_filename)
    return not isinstance(error, ImportError | UnicodeError) and last.is_relative_to(PACKAGE)


def draft(data: bytes) -> None:
    """Any text is drafted as a file without an error, or is no report at all."""
    text = text_of(data)
    try:
        read = load_report(REPORT_KINDS[0], text.encode(), "", lambda: False)
    except ViewerError:
        return
    made = draft_outline(outline(read), "report")
    written = write_briefing(made.briefing, WORDS["zh_CN"])
    opened = opened_from(Path("draft.yaml"), written.encode())
    assert opened.briefing is not None
    wrong = [*opened.issues, *prove(opened.briefing).issues]
    assert not [issue for issue in wrong if issue.severity is Severity.ERROR]


def relations(data: bytes) -> None:
    """The figures of any text are related and recomputed without an error."""
    text = text_of(data)
    figures = labelled(text, scan(text))
    found = find_relations(text, figures)
    assert all(len(set(one.members)) == len(one.members) > 1 for one in found)
    assert len(recompute(found, dict(enumerate(map(term_of, figures))))) == len(found)


def offsets(data: bytes) -> None:
    """In a document of Qt each character of a passage stands where the map says."""
    from tests.fuzz.document import check

    briefing = _briefing(data)
    if briefing is not None:
        passage = briefing.sections[0].passage
        check(Passage(passage.text * 60) if len(data) % 64 == 63 else passage)


def settings(data: bytes) -> None:
    """Whatever a settings file holds, each setting has a value that its row allows; what is put is
    there at the next start, and what is not understood is set aside or kept.
    """
    file = _folder() / "settings.json"
    file.write_bytes(data)
    held = load_settings(file)
    broken = held.notice is not None
    _all_of(held)
    _put_some(held, data)
    assert held.save() is None
    again = load_settings(file)
    assert again.notice is None
    assert _all_of(again) == _all_of(held)
    for path in file.parent.iterdir():
        assert path == file or (broken and path.name == "settings.json.broken-1"), path
        assert path == file or path.read_bytes() == data
        path.unlink()
    env = dict.fromkeys(("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME"), text_of(data))
    for system in ("win32", "darwin", "linux"):
        for path in (settings_file(env, system), log_file(env, system)):
            assert path.is_absolute() and path.parent.name == "briefing-viewer"


def update(data: bytes) -> None:
    """After an update of any file each mark of its author stands in it or was listed, or the file
    is refused and stays."""
    file, report = _folder() / "mine.yaml", _folder() / "report.txt"
    data = _of_author(data)
    file.write_bytes(data)
    report.write_text(REPORT.replace("312", str(300 + len(data) % 20)), encoding="utf-8")
    code, told = _command("draft", str(report), "--update", str(file))
    after = file.read_bytes()
    if code == 2:
        assert after == data
    else:
        assert marks(data.decode()) <= marks(after.decode() + told)
        assert not read_briefing(after).issues
    _emptied()


def accept(data: bytes) -> None:
    """A doubt leaves a file alone: what is left is the file without some whole lines."""
    file = _folder() / "mine.yaml"
    data = _of_author(data)
    file.write_bytes(data)
    try:
        old = original(file, data)
        for section in old.briefing.sections:
            for metric in section.metrics:
                if metric.review:
                    overwrite(old, without_review(data, metric.id))
                    old = original(file, file.read_bytes())
                    data = old.data
    except ViewerError:
        assert file.read_bytes() == data
    _emptied()


def export(data: bytes) -> None:
    """Any file is exported or refused by one sentence, and stays as it is."""
    file, kind = _folder() / "mine.yaml", ("csv", "json", "markdown")[len(data) % 3]
    data = data_file(text_of(data)) if PARTS.encode() in data else data
    file.write_bytes(data)
    code, told = _command("export", str(file), "-o", str(_folder() / "out"), "--to", kind)
    assert (code, bool(told)) in ((0, False), (2, True))
    assert file.read_bytes() == data
    _emptied()


def _of_author(data: bytes) -> bytes:
    """The bytes as a file; those that begin with PARTS are what an author wrote in a sound one."""
    if not data.startswith(PARTS.encode()):
        return data
    return author_file(text_of(data).removeprefix(PARTS), FILE).encode()


def _command(*argv: str) -> tuple[int, str]:
    """The code of a command and what it says on standard error."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
        return main([*argv]), told.getvalue()


def _emptied() -> None:
    for path in _folder().iterdir():
        path.unlink()


@cache
def _folder() -> Path:
    """A folder in memory where there is one: it is written to for each input."""
    memory = Path("/dev/shm")
    made = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    atexit.register(made.cleanup)
    return Path(made.name)


def _put_some(held: Settings, data: bytes) -> None:
    """Change what the bytes choose, to what they spell."""
    said, count = text_of(data)[:40], len(data)
    held.remember_file(Path(f"/{count % 12}"))
    held.remember_section(Path(f"/{count % 12}"), said)
    held.put("export-folder", said)
    held.put("zoom", 0.5 + count % 30 / 10)
    held.put("table", count % 2 == 0)
    held.put("split", tuple(data[: count % 9]))
    try:
        held.put("theme", said)
    except ValueError:
        assert said not in ("system", "light", "dark", "projector")
    assert held.recent()[0] == Path(f"/{count % 12}")
    assert held.section_of(Path(f"/{count % 12}")) == said


def _all_of(held: Settings) -> list[object]:
    """Every value by the reader of its type; each is one that its row allows."""
    told: list[object] = [held.recent(), held.section_of(Path("/0"))]
    for row in SETTINGS:
        value = held._values[row.key]
        assert row.read(value) == value, row
        if isinstance(row.default, str):
            told.append(held.text(row.key))
        elif isinstance(row.default, bool):
            told.append(held.flag(row.key))
        elif isinstance(row.default, float):
            told.append(held.number(row.key))
        elif row.high:
            told.append(held.numbers(row.key))
    return told


def _briefing(data: bytes) -> Briefing | None:
    """The one section that the bytes spell out; with mistakes, what of it is left."""
    briefing = read_briefing(data_file(text_of(data))).briefing
    return briefing if briefing is not None and briefing.sections else None


def _drawn(one: Scene, size: int) -> None:
    width = 160.0 + size * 7 % 900
    placed = lay_out(one, width, ROOM if size % 3 == 0 else DESK, simple)
    assert placed.height > 0


TARGETS = (
    Target("reader", reader, 18, 700, ("viewer.datafile",), ROOT / "tests/hostile/files"),
    Target("scanner", scanner, 18, 240, ("viewer.quantities",)),
    Target("proof", proof, 14, 360, ("viewer.proof",)),
    Target("scene", scene, 8, 360, ("viewer.chart",)),
    Target("write", write, 10, 500, ("viewer.datafile",), ROOT / "tests/hostile/files"),
    Target("offsets", offsets, 6, 160, ("viewer.rendering.passage",)),
    Target("report", report, 6, 1200, ("viewer.draft.readers",)),
    Target("draft", draft, 4, 700, ("viewer.draft",)),
    Target("relations", relations, 4, 400, ("viewer.relations",)),
    Target("settings", settings, 4, 400, ("viewer.settings",)),
    Target("update", update, 3, 3000, ("viewer.draft.update", "viewer.draft.comments")),
    Target("accept", accept, 3, 3000, ("viewer.datafile",)),
    Target("export", export, 2, 3000, ("viewer.export",)),
)
