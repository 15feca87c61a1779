"""From any report to a briefing: the file is read, parted into sections, and its figures cited."""
