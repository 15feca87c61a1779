"""What was asked for, told in turns of its own."""
