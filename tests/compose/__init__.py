"""docker-compose.yml and the images on a real Docker engine."""
