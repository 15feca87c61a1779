"""Names of English figures by the clause around them."""
