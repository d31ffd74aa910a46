"""The queue layer alone: the same lookups through Wordwire's and through five other queues, no sockets."""
