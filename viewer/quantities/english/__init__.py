"""Quantities in English prose: numbers, kinds, bounds, directions and labels."""
