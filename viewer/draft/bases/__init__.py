"""What a change is measured against: by its own words, by a figure it starts from, by its text."""
