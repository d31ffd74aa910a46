"""Creates the virtual environment unless a working one exists: `python3 tools/create_venv.py .venv`.

Any `python3` may run it, so it uses only the standard library and no syntax that an old Python rejects.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)


def main(folder: Path) -> int:
    """Return 0 once `folder` holds a working virtual environment; otherwise print the cause and return 1."""
    if works(folder):
        return 0
    if sys.version_info[:2] < OLDEST:
        print(
            "Wordwire needs Python {}.{} or later; {} is {}.{}. Try another: make PYTHON=python3.13".format(
                *OLDEST, sys.executable, *sys.version_info[:2]
            ),
            file=sys.stderr,
        )
        return 1
    print("Creating {} with Python {}.{} ...".format(folder, *sys.version_info[:2]), flush=True)
    returncode = _run_quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
    if returncode != 0:
        print("python -m venv failed. On Debian: apt-get install python3-venv", file=sys.stderr)
    return returncode


def _run_quietly(command: "list[str]") -> int:
    """Return the exit code of `command`; after Ctrl-C it ends, with its children, before this process."""
    signal.signal(signal.SIGINT, lambda number, _frame: sys.exit(128 + number))
    # Ctrl-C in a terminal would reach its session, and each Python in it would print a traceback.
    process = subprocess.Popen(command, start_new_session=True)
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def works(folder: Path) -> bool:
    """Return whether `folder` is a virtual environment with pip."""
    python = folder / "bin" / "python"
    if not python.exists():
        return False
    question = "import sys, pip; print(sys.prefix)"
    answer = subprocess.run([str(python), "-c", question], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and Path(answer.stdout.strip()).resolve() == folder.resolve()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
