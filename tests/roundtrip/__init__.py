"""The whole path: real clients, gateway, Redis and workers."""
