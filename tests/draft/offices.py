"""A LibreOffice of a few lines, for those who have none."""

from __future__ import annotations

import os
from pathlib import Path

import docx
import pytest


def put_office(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str = "") -> Path:
    """Put a `soffice` first on the path; it notes its arguments and does what a shell is told.

    Without more it makes a document of one sentence where a conversion is to stand.
    """
    made = folder / "made.docx"
    document = docx.Document()
    document.add_paragraph("全市出台39 份文件，建成中心203个。")
    document.save(str(made))
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    work = does or f'cp "{made}" "$out/report.docx"'
    program.write_text(
        f'#!/bin/sh\necho "$@" > "{folder}/arguments"\n'
        'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done\n'
        f"{work}\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return folder / "arguments"
