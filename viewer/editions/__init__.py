"""Two editions of one report compared: which figures are the same measure, and how they moved."""
