"""Creates the virtual environment unless a working one exists: `python3 tools/create_venv.py .venv`.

Any `python3` may run it, so it uses only the standard library and no syntax that an old Python rejects.
"""

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
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False)
    if made.returncode != 0:
        print("python -m venv failed. On Debian: apt-get install python3-venv", file=sys.stderr)
    return made.returncode


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
