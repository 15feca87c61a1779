"""Opening files: start page, dialogs, drops, and following the file on the disk."""
