"""Set-up and `make run`: what belongs to neither wing; standard library only where no venv exists yet."""
