"""The figures of the section: charts and table, and what can be done with them."""
