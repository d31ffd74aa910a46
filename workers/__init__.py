"""The workers: WordNet in memory, commands on it, and the Celery worker that answers lookups."""
