"""The passage pane: the original words with their marks, and what is copied from them."""
