"""Quantities in tables that were flattened to lines: cells, headers and their units."""
