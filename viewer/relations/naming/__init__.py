"""What is told by its name: shares of a named whole, and one measure in two places."""
