"""The Kubernetes manifests, checked against Kubernetes's own schemas and against the code."""
