"""The wing that faces the clients; it never sees WordNet."""
