"""The take-away: a proven briefing as PDF, web page, slides, tables, pictures and data."""
