"""Limits of memory and time that a process sets itself, where the system has them."""

from __future__ import annotations

import sys


def limit_process(memory: int, seconds: int) -> bool:
    """Limit this process to `memory` bytes of address space and `seconds` of processor time.

    Returns whether the system enforces them: Windows does not (its limits belong to job objects,
    which are not made here), so that only the parent's deadline holds there; macOS counts the time
    and ignores the memory.
    """
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(what)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (allowed, hard))
        except (ValueError, OSError):  # macOS refuses a limit below what is mapped already
            continue
    return True
