"""The commands without a window: each module has `run(argv, words)` and returns the exit code."""
