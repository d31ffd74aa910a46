"""What the gateway and the workers must agree on: settings, names, messages, errors, logs."""
