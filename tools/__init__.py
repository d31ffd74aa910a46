"""Set-up, `make run` and other developers' tools; create_venv.py uses the standard library only."""
