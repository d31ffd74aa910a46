"""The designs on Node.js, in node_designs/: how to start them, and the answers that they give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.messages import Question
from shared.settings import read_settings
from tests.bench.load import WORDS
from tests.bench.node import node
from tests.bench.processes import free_port
from workers.answers import answer
from workers.wordnet.snapshot import open_lexicon

if TYPE_CHECKING:
    import psutil

    from tests.bench.processes import Processes

FOLDER: Final = Path(__file__).parent / "node_designs"
COMMANDS: Final = ("definition", "synonyms", "examples", "pos", "lemmatizer")  # of load_generator.js


def start_in_process(processes: Processes) -> tuple[str, psutil.Process]:
    """Start the server that answers from a Map inside its handler; return its URL and its process."""
    return _start_gateway(processes, "in_process.js", {"ANSWERS": _answers(processes.folder)})


def start_bullmq(processes: Processes, redis: str) -> tuple[str, psutil.Process, psutil.Process]:
    """Start BullMQ's worker and a gateway with the Redis at this URL; return the gateway's URL, and both."""
    env = {"REDIS_URL": redis, "ANSWERS": _answers(processes.folder)}
    worker = processes.start("worker", node(FOLDER), str(FOLDER / "bullmq_worker.js"), env=env)
    return *_start_gateway(processes, "bullmq_gateway.js", env), worker


def start_room(processes: Processes, redis: str) -> tuple[str, psutil.Process]:
    """Start a server of rooms that joins others through this Redis; return its URL and its process."""
    return _start_gateway(processes, "room_gateway.js", {"REDIS_URL": redis})


def _start_gateway(processes: Processes, script: str, env: dict[str, str]) -> tuple[str, psutil.Process]:
    port = free_port()
    command = (node(FOLDER), str(FOLDER / script))
    gateway = processes.start("gateway", *command, env=env | {"PORT": str(port)})
    processes.wait_for_port(port)
    return f"http://127.0.0.1:{port}", gateway


def _answers(folder: Path) -> str:
    """Write the answer to each of the load generator's lookups; return the file's path."""
    lexicon = open_lexicon(Path(read_settings().data_dir))
    answers = {
        f"{command} {word}": answer(lexicon, Question(command, word)).response
        for word in WORDS.read_text("utf-8").split()
        for command in COMMANDS
    }
    path = folder / "answers.json"
    path.write_text(json.dumps(answers, ensure_ascii=False), "utf-8")
    return str(path)
