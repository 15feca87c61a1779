"""Slides for PowerPoint: a title, then one slide a chart, each chart editable where it can be."""
