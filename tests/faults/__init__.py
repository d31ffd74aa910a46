"""Things broken on purpose: each test says what may be lost (nothing) and how long it may take."""
