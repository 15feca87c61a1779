"""Relations of figures: found in a text, and recomputed from the printed numbers."""
