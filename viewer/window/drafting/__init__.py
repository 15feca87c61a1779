"""A briefing drafted from a report: the dialog of its review and what stands beside it."""
