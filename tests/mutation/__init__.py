"""Do the tests notice a fault? `python -m tests.mutation`."""
