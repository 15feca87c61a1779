"""Figures compared with what they were, in turns of their own."""
