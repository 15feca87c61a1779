"""Asks another Python process, so that what is missing or aborts there does not end this one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process printed; or, in `stop`, why it could not answer, in one line."""

    stop: str = ""
    out: bytes = b""


def ask_python(
    words: Sequence[str],
    patience: float,
    text: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Answer:
    """Run this Python with `words`, `text` at its input; it may take `patience` seconds."""
    ask = [sys.executable, *words]
    try:
        told = subprocess.run(
            ask, input=text, env=env, capture_output=True, timeout=patience, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(stop=str(error))
    if told.returncode:
        lines = told.stderr.decode("utf-8", "replace").strip().splitlines()
        return Answer(stop=lines[-1] if lines else f"exit {told.returncode}")
    return Answer(out=told.stdout)
