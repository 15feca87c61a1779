"""One web page that holds everything: words, charts, tables, and the links between them."""
