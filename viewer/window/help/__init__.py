"""The pages that explain: help, keys, about, what is new, and reports of errors."""
