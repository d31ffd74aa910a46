"""The configuration of the profile `monitoring`, under a real Prometheus."""
