"""The data file: its bytes read into frozen values, and values written as a data file."""

from viewer.files.door import read_bytes, read_stream
from viewer.files.reading import Reading, read_briefing
from viewer.files.write import write_briefing

__all__ = ["Reading", "read_briefing", "read_bytes", "read_stream", "write_briefing"]
