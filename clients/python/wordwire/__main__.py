"""The command `wordwire`, as `python -m wordwire`."""

from wordwire.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
