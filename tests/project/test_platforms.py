"""The list of what differs by system names every module that asks for the system."""

import re
from pathlib import Path

ASKS = re.compile(
    r"sys\.platform|os\.name\b|\bsystem (?:==|!=|in) |getattr\(os, |windll|CREATE_NO_WINDOW"
)
"""What the code says where it does one thing on one system and another on the next."""


def test_what_differs_by_system_is_listed(root: Path) -> None:
    told = (root / ".github" / "PLATFORMS.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`((?:viewer|resources)/[\w/]+\.py)`", told))
    modules = [*(root / "viewer").rglob("*.py"), root / "resources" / "packaging" / "install.py"]
    asking = {
        module.relative_to(root).as_posix()
        for module in modules
        if ASKS.search(module.read_text(encoding="utf-8"))
    }
    assert listed == asking
