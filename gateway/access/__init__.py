"""Access control: clients' addresses, tokens and rates."""
