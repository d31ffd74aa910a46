"""The limits that the suites of Engine.IO and Socket.IO ask for."""

PING_INTERVAL_S, PING_TIMEOUT_S = 0.3, 0.2
MAX_BYTES = 1_000_000
