"""The presenter's window: next step, notes, clock, questions, lists and keys."""
