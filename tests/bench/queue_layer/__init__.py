"""The queue layer alone: the same lookups through Wordwire and through five other queues, without sockets."""
