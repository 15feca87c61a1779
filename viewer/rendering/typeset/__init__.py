"""Paragraphs set for paper and projector: all lines sought together, each shaped by itself."""
