"""What a talk leaves behind: questions, rehearsal times and the step it stopped at."""
