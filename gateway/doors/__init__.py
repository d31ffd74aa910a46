"""The doors over HTTP: pages, the JSON interface, and tools for agents."""
