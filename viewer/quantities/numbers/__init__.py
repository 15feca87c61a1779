"""Reading one number where it stands: digits, numerals, scales, dates and codes told apart."""
