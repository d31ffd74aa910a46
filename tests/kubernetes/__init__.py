"""The Kubernetes manifests, against Kubernetes's own schemas and against what the code says."""
