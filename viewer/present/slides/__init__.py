"""The picture that the audience sees: its pages, charts, words, motion and strokes."""
