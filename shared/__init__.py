"""The contract between gateway and workers: settings, names, messages, errors, logs."""
