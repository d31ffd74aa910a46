"""The connection to the broker: quick reconnects, heartbeats, and no message that can stop a worker."""
