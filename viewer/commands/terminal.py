"""What goes to standard output and standard error: no word of a file can steer the terminal."""

from __future__ import annotations

import sys

from viewer.expressions import compiled

_STANDARD = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
_STEERING = compiled(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Controls of terminals, lines and the direction of writing; a tab and a line end are none."""


def escaped_controls(text: str) -> str:
    """The text with what steers a terminal as escapes (`\\u001b`), which JSON reads as the same."""
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def tell(text: str, *, error: bool = False) -> None:
    """Print lines on standard output, or on standard error."""
    print(escaped_controls(text), file=sys.stderr if error else sys.stdout, flush=True)


def is_standard_output(name: str) -> bool:
    """Whether the name of a file to write means standard output."""
    return name in _STANDARD


def is_terminal() -> bool:
    """Whether somebody reads standard output as it comes."""
    return sys.stdout is not None and sys.stdout.isatty()


def prompt_secret(prompt: str) -> str | None:
    """What somebody at the terminal types unseen; None where nobody is there to be asked."""
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stderr.isatty():
        return None
    import getpass

    try:
        return getpass.getpass(escaped_controls(prompt), sys.stderr)
    except EOFError:
        return None


def write_stdout(data: bytes) -> None:
    """The bytes of a file on standard output: as they are, or, on a terminal, made harmless."""
    if is_terminal() or not hasattr(sys.stdout, "buffer"):
        print(escaped_controls(data.decode("utf-8", "replace")), end="", flush=True)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
