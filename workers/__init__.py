"""The wing that knows words: WordNet in memory, the commands over it, and the Celery worker that answers."""
