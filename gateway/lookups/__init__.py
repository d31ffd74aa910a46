"""Carries a lookup from an event of namespace `/` to the queue, and its reply back."""
