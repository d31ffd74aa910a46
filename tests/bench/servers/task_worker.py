"""The worker behind task_gateway: one task for each lookup; each child reads WordNet for itself.

$ REDIS_URL=... celery -A tests.bench.servers.task_worker worker
"""

from __future__ import annotations

import os
from typing import Any

import socketio
from celery import Celery
from celery.signals import worker_process_init

from tests.bench.servers import nltk_answers

app = Celery(broker=os.environ["REDIS_URL"])
app.conf.worker_proc_alive_timeout = 60  # a child reads WordNet's index before it reports up
_clients = socketio.RedisManager(os.environ["REDIS_URL"], write_only=True)


@app.task(name="look_up", ignore_result=True)
def look_up(sid: str, lookup: dict[str, Any]) -> None:
    """Answer one lookup to the client that asked."""
    _clients.emit("reply", nltk_answers.reply_to(lookup), room=sid)


@worker_process_init.connect
def _load(**_: object) -> None:
    nltk_answers.warm_up()
