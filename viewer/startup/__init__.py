"""What comes after the first paint, in stages: each module's `bring_in` adds its part to a window.

These modules and the libraries under them take longer to import than the window to open.
"""
