"""Says for setup.sh what pip was told here, in the words of uv; and the reverse.

    python resources/pip_settings.py                the settings of pip, as exports for a shell
    python resources/pip_settings.py requirements   what pip is to install: the group of the tests
    python resources/pip_settings.py constraints    the exact versions of pyproject.toml; a version
                                                    that follows takes the place of Qt's

uv reads neither pip.conf nor PIP_*, and an older pip reads neither dependency groups nor
`[tool.uv]`. Only the standard library is used: this runs before anything is installed.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
SAME = (  # pip's name, uv's name, what parts several values for uv
    ("index-url", "UV_DEFAULT_INDEX", " "),
    ("extra-index-url", "UV_INDEX", " "),
    ("find-links", "UV_FIND_LINKS", ","),
    ("trusted-host", "UV_INSECURE_HOST", " "),
)
QT = ("PySide6-Essentials", "shiboken6")
STORES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


def exports() -> Iterator[str]:
    """Each setting of pip that uv has not been told otherwise, as a line for a shell."""
    told = pip_settings()
    for name, variable, between in SAME:
        if name in told and variable not in os.environ:
            usable = between.join(filter(is_there, told[name].split()))
            yield f"export {variable}={shlex.quote(usable)}"
    if "extra-index-url" in told and "UV_INDEX_STRATEGY" not in os.environ:
        yield "export UV_INDEX_STRATEGY=unsafe-best-match"  # as pip chooses
    store = told.get("cert") or next((one for one in STORES if Path(one).is_file()), "")
    if store and "SSL_CERT_FILE" not in os.environ:
        yield f"export SSL_CERT_FILE={shlex.quote(store)}"


def is_there(place: str) -> bool:
    """Whether a place may be handed on: pip passes over a folder that is not there, uv stops."""
    return "://" in place or Path(place).exists()


def pip_settings() -> dict[str, str]:
    """What `pip config list` says; the environment's word stands over the files'."""
    ask = [sys.executable, "-m", "pip", "config", "list"]
    said = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
    told: dict[str, str] = {}
    for line in said.splitlines():
        key, _, quoted = line.partition("=")
        section, _, name = key.rpartition(".")
        if name not in told or section == ":env:":
            told[name] = quoted[1:-1].replace("\\n", " ")
    return told


def constraints(qt: str = "") -> list[str]:
    """The exact versions of pyproject.toml; with `qt` that version of Qt, whatever the Python."""
    pins: list[str] = project()["tool"]["uv"]["constraint-dependencies"]
    if not qt:
        return pins
    kept = [pin for pin in pins if pin.partition("==")[0] not in QT]
    return [f"{part}=={qt}" for part in QT] + kept


def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    with PROJECT.open("rb") as source:
        return tomllib.load(source)


def main() -> None:
    """Print what was asked for."""
    asked, *rest = sys.argv[1:] or ["exports"]
    tables: dict[str, Callable[[], Iterable[str]]] = {
        "exports": exports,
        "requirements": lambda: project()["dependency-groups"]["dev"],
        "constraints": lambda: constraints(*rest),
    }
    for line in tables[asked]():
        print(line)


if __name__ == "__main__":
    main()
