"""Quantities in Chinese prose: kinds, qualifiers, directions and labels."""
