"""Limits that a process sets itself, where the system has them: memory, time, its parent's life."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
"""`prctl(2)`: the signal that a process gets when its parent ends."""


def end_with_parent(parent: int) -> bool:
    """Have this process killed when `parent`, the process that started it, ends in any way.

    Returns whether the system does so: Linux alone. The parent lives as long as the thread that
    started this process. One that has ended already ends this process now.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        done: int = ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    except (OSError, AttributeError):  # a C library without it
        return False
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return done == 0


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
