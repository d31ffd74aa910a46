"""Ctrl-C ends a module without a traceback, from its imports to its end, and only after its clean-up."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stack.environment import clean_environ
from tests.stack.ports import free_port
from tests.stack.waiting import wait_until

CHECKOUT = Path(__file__).resolve().parents[2]
AS_CTRL_C_ENDS = 128 + signal.SIGINT

WAITING = """import time
print("waiting", flush=True)
try:
    time.sleep(60)
finally:
    print("cleaned up", flush=True)
"""


def interrupted(folder: Path, module: str, moment: str, **settings: str) -> tuple[int, str]:
    """Run `module`, send SIGINT once it has printed `moment`, and return its exit code and output."""
    log = folder / "log"
    command = [sys.executable, "-m", "tools.quietly", module]
    environ = clean_environ(PYTHONPATH=f"{folder}:{CHECKOUT}", **settings)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=environ,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until(lambda: moment in log.read_text(), moment, 30)
        process.send_signal(signal.SIGINT)
        return process.wait(30), log.read_text()
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("in_its_imports", [False, True])
def test_ctrl_c_prints_no_traceback_and_cleans_up(tmp_path: Path, in_its_imports: bool) -> None:
    (tmp_path / "waiting.py").write_text(WAITING)
    (tmp_path / "importing.py").write_text("import waiting\n")

    code, output = interrupted(tmp_path, "importing" if in_its_imports else "waiting", "waiting")

    assert code == AS_CTRL_C_ENDS
    assert output == "waiting\ncleaned up\n"


@pytest.mark.parametrize("module", ["gateway", "workers"])
def test_a_gateway_and_a_worker_end_quietly_while_they_start(tmp_path: Path, module: str) -> None:
    settings = {"PORT": "0", "REDIS_URL": f"redis://127.0.0.1:{free_port()}/0", "SHUTDOWN_GRACE": "0.1"}
    code, output = interrupted(tmp_path, module, "INFO    starting", **settings)

    assert code in {0, AS_CTRL_C_ENDS}
    assert "Traceback" not in output


def test_the_module_gets_its_arguments_and_its_exit_code_counts(tmp_path: Path) -> None:
    (tmp_path / "told.py").write_text("import sys\nprint(__name__, *sys.argv[1:])\nsys.exit(3)\n")
    done = subprocess.run(
        [sys.executable, "-m", "tools.quietly", "told", "--data-dir", "data"],
        cwd=CHECKOUT,
        env=clean_environ(PYTHONPATH=f"{tmp_path}:{CHECKOUT}"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert done.stdout == "__main__ --data-dir data\n"
