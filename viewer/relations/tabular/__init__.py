"""Relations that the rows and columns of tables give."""
