"""`make test-answers` asks the workers' code real questions, and checks each reply as a reader would."""
