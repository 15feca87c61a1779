"""Sums: a total and the parts that make it, by their numbers and by their words."""
