"""The script that builds a bundle's Python: what it asks for, what it leaves, one line a refusal.

A Python takes minutes to compile: the source here has a `configure` that builds a small one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
sys.path.insert(0, str(PACKAGING))

import licences  # noqa: E402

CONFIGURE = """\
#!/bin/sh
for word; do printf '%s\\n' "$word"; done >configured
"""
MAKE = """\
#!/bin/sh
case "$*" in
altinstall*) root=${2#DESTDIR=}/opt/python ;;
*) exit 0 ;;
esac
mkdir -p "$root/bin" "$root/lib/python3.11"
cp configured Modules/Setup.local "$root/lib/python3.11"
python="$root/bin/python3.11"
printf '#!/bin/sh\\n[ -z "$LACKING" ] || { echo "no $LACKING" >&2; exit 1; }\\n' >"$python"
printf '#!/bin/sh\\n' >"$python-config"
chmod +x "$root/bin/"*
"""
CC = """\
#!/bin/sh
name=${1#-print-file-name=}
if [ -f "$HERE/$name" ]; then echo "$HERE/$name"; else echo "$name"; fi
"""

TOOLS = "sh chmod cp cut df grep head ln ls mkdir mv readlink rm rmdir sed sort tail tar tr"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="built on Linux only")


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A folder with the tools of a system and a source; `programs` is all that is on the path."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in TOOLS.split():
        (programs / name).symlink_to(Path(str(shutil.which(name))))
    for name, text in (("cc", CC), ("make", MAKE), ("ar", "#!/bin/sh\n")):
        (programs / name).write_text(text, "utf-8")
        (programs / name).chmod(0o755)
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    for name in ("libz.a", "liblzma.a", "libffi.a"):
        (libraries / name).write_bytes(b"")
    source = tmp_path / "a 源"
    for folder in ("Doc", "Modules"):
        (source / folder).mkdir(parents=True)
    (source / "configure").write_text(CONFIGURE, "utf-8")
    (source / "configure").chmod(0o755)
    (source / "Doc" / "license.rst").write_text("incorporated", "utf-8")
    return tmp_path


def built(system: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": str(system / "programs"), "HERE": str(system / "libraries"), **more}
    return subprocess.run(
        ["sh", str(PACKAGING / "python.sh"), *words],
        env=env,
        cwd=system,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("packed", [False, True])
def test_a_source_becomes_a_python_in_the_folder_that_was_named(
    system: Path, *, packed: bool
) -> None:
    source = system / "a 源"
    if packed:
        with tarfile.open(system / "source.tar", "w") as archive:
            archive.add(source, "Python-3.11")
        source = system / "source.tar"
    told = built(system, str(source), "出 one/python", "--with-lto")
    assert (told.returncode, told.stdout) == (0, "出 one/python\n"), told.stderr
    made = system / "出 one" / "python"
    assert [one.name for one in made.parent.iterdir()] == ["python"]
    asked = (made / "lib" / "python3.11" / "configured").read_text("utf-8").splitlines()
    assert asked[-1] == "--with-lto"
    assert "--prefix=/opt/python" in asked
    left_out = (made / "lib" / "python3.11" / "Setup.local").read_text("utf-8").split()
    assert left_out[0] == "*disabled*"
    assert {"_ssl", "_sqlite3", "_tkinter"} < set(left_out)
    assert (made / "licenses" / "incorporated-software.txt").is_file()
    assert told.stderr.splitlines() == [
        f"No licence of {name} was found: please put it into licenses."
        for name in ("libz.a", "liblzma.a", "libffi.a")
    ]
    assert not (source / "configured").exists()


def test_what_stops_it_is_one_line_and_leaves_nothing(system: Path) -> None:
    (system / "there").mkdir()
    (system / "there" / "file").write_text("", "utf-8")
    cases = [
        (("a 源",), {}, "Please name a source of Python and a folder: python.sh SOURCE FOLDER"),
        (("none", "out"), {}, "none is not there."),
        (("a 源", "there"), {}, "there is there already: please name another one."),
        (("there", "out"), {}, "there holds no source of Python: no configure."),
        (("a 源", "out"), {"LACKING": "_ctypes"}, "Python lacks a part: no _ctypes"),
    ]
    for words, more, line in cases:
        told = built(system, *words, **more)
        assert (told.returncode, told.stderr.splitlines()[-1:]) == (2, [line])
        assert not (system / "out").exists()
        assert not (system / "out.making").exists()
    assert (system / "there" / "file").is_file()


def test_a_file_that_is_no_archive_is_one_line(system: Path) -> None:
    (system / "no archive").write_text("words", "utf-8")
    told = built(system, "no archive", "out")
    (line,) = told.stderr.splitlines()
    assert line.startswith("no archive is no archive: tar")


def test_a_disk_without_room_is_found_before_anything_is_copied(system: Path) -> None:
    full = "#!/bin/sh\necho Filesystem\necho '/dev/x  100000   90000   10000 90% /'\n"
    (system / "programs" / "df").unlink()
    (system / "programs" / "df").write_text(full, "utf-8")
    (system / "programs" / "df").chmod(0o755)
    told = built(system, "a 源", "out")
    assert (told.returncode, told.stderr) == (
        2,
        "There is no space at out: 700 MB are needed.\n",
    )
    assert not (system / "out.making").exists()


@pytest.mark.parametrize("gone", ["libraries/liblzma.a", "programs/make"])
def test_what_it_needs_and_has_not_is_named_with_the_line_to_type(system: Path, gone: str) -> None:
    (system / gone).unlink()
    told = built(system, "a 源", "out")
    (line,) = told.stderr.splitlines()
    assert line.startswith(f"{Path(gone).name} is needed: apt-get install -y build-essential")
    assert not (system / "out.making").exists()


def test_the_packages_that_went_into_it_stand_among_the_parts_of_a_bundle(system: Path) -> None:
    text = next(Path("/usr/share/doc").glob("*/copyright"), None)
    if text is None:
        pytest.skip("no package here keeps its licence where Debian's do")
    name = text.parent.name
    fields = f"s/.{{Package}}/{name}/;s/.{{Version}}/1:1.2/"
    for program, said in (
        ("dpkg", f'echo "{name}:amd64: $2"'),
        ("dpkg-query", f"""printf "$(printf %s "$3" | sed '{fields}')" """),
    ):
        (system / "programs" / program).write_text(f"#!/bin/sh\n{said}\n", "utf-8")
        (system / "programs" / program).chmod(0o755)
    assert built(system, "a 源", "out").stderr == ""
    (system / "licences").mkdir()
    _, part = licences._of_python(system / "licences", system / "out")
    assert (part.name, part.version, part.licence) == (name, "1:1.2", f"see Python/{name}.txt")
    assert part.kind.startswith("deb/")
    assert (system / "licences" / "Python" / f"{name}.txt").read_bytes() == text.read_bytes()
