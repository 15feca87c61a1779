"""A generated data file of about 5 MB: some 850 sections and 4,000 metrics that all agree."""

from __future__ import annotations

from pathlib import Path

SECTIONS = 850
METRICS = 5
FILLER = "各单位按照统一部署稳步推进有关工作，持续完善机制，注重实效，总体情况平稳有序。"


def write_large(path: Path, sections: int = SECTIONS) -> Path:
    """Write the file, by default as large as is measured, and return its path."""
    lines = ["briefing: 1", "title: 一份很长的简报", "sections:"]
    for number in range(sections):
        lines += _section(number)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _section(number: int) -> list[str]:
    counts = [number * METRICS + at + 1 for at in range(METRICS)]
    said = [f"第{at + 1}类事项办结{count} 件。" for at, count in enumerate(counts)]
    lines = [f"  - id: s{number}", f"    title: 第{number + 1}部分", "    passage: |"]
    for sentence in said:
        lines += [f"      {sentence}{FILLER * 8}", ""]
    lines.append("    metrics:")
    for at, count in enumerate(counts):
        lines += [
            f"      - id: m{number}-{at}",
            f"        label: 第{at + 1}类事项办结",
            f"        value: {count}",
            "        unit: 件",
            f"        cite: 第{at + 1}类事项办结{count} 件",
        ]
    return lines
