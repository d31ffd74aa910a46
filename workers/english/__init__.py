"""Plain English: a sentence becomes a command, and the answer to it becomes a sentence."""
