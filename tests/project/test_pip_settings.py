import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

# The environment of uv has no pip of its own; the Python under it does, as when the script runs.
PYTHON = str(getattr(sys, "_base_executable", sys.executable))


def ask(root: Path, *words: str, **told: str) -> str:
    """What the script says to a person whose pip was told this and nothing else."""
    told_so = ("PIP_", "UV_", "SSL_", "PYTHON")  # its pip was compiled where it is installed
    kept = {k: v for k, v in os.environ.items() if not k.startswith(told_so)}
    env = {**kept, "PIP_CONFIG_FILE": os.devnull, **told}
    script = root / "resources" / "pip_settings.py"
    answer = subprocess.run(
        [PYTHON, str(script), *words], env=env, capture_output=True, text=True, check=True
    )
    return answer.stdout


def exports(said: str) -> dict[str, str]:
    pairs = (shlex.split(line)[1].partition("=") for line in said.splitlines())
    return {name: value for name, _, value in pairs}


@pytest.fixture(scope="module", autouse=True)
def _pip_is_here() -> None:
    if subprocess.run(
        [PYTHON, "-m", "pip", "--version"], capture_output=True, check=False
    ).returncode:
        pytest.skip("no pip on this machine")


def test_what_pip_was_told_uv_is_told(root: Path, tmp_path: Path) -> None:
    said = exports(
        ask(
            root,
            PIP_INDEX_URL="https://index.invalid/simple",
            PIP_EXTRA_INDEX_URL="https://a.invalid https://b.invalid",
            PIP_FIND_LINKS=f"{tmp_path} {tmp_path}/none",
            PIP_CERT=str(tmp_path / "roots.pem"),
        )
    )
    assert said == {
        "UV_DEFAULT_INDEX": "https://index.invalid/simple",
        "UV_INDEX": "https://a.invalid https://b.invalid",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_FIND_LINKS": str(tmp_path),
        "SSL_CERT_FILE": str(tmp_path / "roots.pem"),
    }


def test_what_uv_was_told_itself_stands(root: Path) -> None:
    told = {"PIP_INDEX_URL": "https://pip.invalid", "UV_DEFAULT_INDEX": "https://uv.invalid"}
    assert "UV_DEFAULT_INDEX" not in exports(ask(root, **told))


def test_a_value_cannot_run_a_command(root: Path) -> None:
    odd = "https://a.invalid/$(id)';id"
    assert exports(ask(root, PIP_INDEX_URL=odd))["UV_DEFAULT_INDEX"] == odd


def test_pip_gets_the_same_versions_as_uv(root: Path) -> None:
    exact = ask(root, "constraints").splitlines()
    assert all("==" in line for line in exact)
    assert any(line.startswith("PySide6-Essentials==") for line in exact)
    assert any(line.startswith("pytest") for line in ask(root, "requirements").splitlines())
