"""The data file: its bytes read into frozen values, and values written as a data file."""

from viewer.datafile.file_io import read_bytes, read_stream
from viewer.datafile.reading import Reading, read_briefing
from viewer.datafile.write import write_briefing

__all__ = ["Reading", "read_briefing", "read_bytes", "read_stream", "write_briefing"]
