"""The window at the desk: sidebar, passage, charts, table, find, and what wires them."""
