"""The displays of a talk and the services of the desktop that it asks."""
