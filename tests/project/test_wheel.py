import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what the checkout holds."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    skip = shutil.ignore_patterns("__pycache__", "*.mo", "lexicon.py", "expressions.bin")
    for name in ("viewer", "resources", "data", ".github"):
        shutil.copytree(ROOT / name, source / name, ignore=skip)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, source / name)
    build = f"from hatchling.build import build_wheel; build_wheel({str(out)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_code_resources_and_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "viewer/cli.py",
        "viewer/resources.py",
        "viewer/resources/briefing.schema.json",
        "viewer/resources/locale/zh_CN.mo",
        "viewer/resources/locale/en.mo",
        "viewer/resources/locale/zh_CN/LC_MESSAGES/argparse.mo",
        "viewer/resources/locale/en/LC_MESSAGES/argparse.mo",
        "viewer/resources/fonts/BriefingSansSC-Regular.otf",
        "viewer/resources/fonts/OFL.txt",
        "viewer/resources/icons/briefing-viewer.svg",
        "viewer/resources/web/page.css",
        "viewer/resources/web/print.css",
        "viewer/resources/web/page.js",
        "viewer/resources/style/window.qss",
        "viewer/data/shandong-2020.yaml",
        "viewer/data/shandong-2020.txt",
    } <= names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        "viewer",
        "briefing_viewer",
    }


def test_the_wheel_holds_nothing_that_only_a_checkout_uses(wheel: Path) -> None:
    """Scripts, sources of what is compiled, and pictures of the README stay outside."""
    names = zipfile.ZipFile(wheel).namelist()
    outside = {PurePosixPath(name) for name in names if name.startswith("viewer/resources/")}
    assert {name.suffix for name in outside} == {
        *(".css", ".desktop", ".js", ".json", ".mo", ".otf", ".qss", ".svg", ".txt", ".xml")
    }
    shown = {"viewer/LICENSE"}  # About shows it
    rest = {name for name in names if name.startswith("viewer/")} - shown
    assert shown <= set(names)
    assert {PurePosixPath(name).suffix for name in rest} == {
        *(".bin", ".py", ".yaml"),
        *(name.suffix for name in outside),
    }


def test_both_commands_are_named(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        (entry,) = (one for one in packed.namelist() if one.endswith("entry_points.txt"))
        said = packed.read(entry).decode()
    assert "briefing-viewer = viewer.cli:main" in said
    assert "briefing-viewer-gui = viewer.cli:main" in said


def test_unpacked_anywhere_it_checks_its_own_briefing(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    run = (
        "import sys; sys.path.insert(0, 'site'); import viewer;"
        "from viewer.cli import main; from viewer.resources import bundled;"
        "assert viewer.__file__.startswith(sys.argv[1]), viewer.__file__;"
        "sys.exit(main(['check', str(bundled('shandong-2020.yaml'))]))"
    )
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = subprocess.run(
        [sys.executable, "-c", run, str(tmp_path)],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()


def test_the_lexicon_is_carried_compiled_only(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"viewer/quantities/lexicon.py", "viewer/expressions.bin"} <= names
    assert not [name for name in names if "lexicon/" in name or name.endswith(".toml")]
