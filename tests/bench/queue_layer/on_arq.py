"""arq: one process that runs all open jobs at once, polls often and keeps no results."""

from __future__ import annotations

import asyncio
from typing import Any

import redis.asyncio
from arq import create_pool
from arq.connections import RedisSettings
from arq.worker import Worker, func

from tests.bench.queue_layer import lookups
from tests.bench.queue_layer.asking import WINDOW, Tally, hear, seconds_to_measure
from tests.bench.queue_layer.lookups import CHANNEL

POLL_SECONDS = 0.005  # with arq's default of 0.5 s we would measure only the polling
ENQUEUERS = 20  # coroutines, so that lookups need not wait for each other's round trip


async def look_up(context: dict[str, Any], number: int) -> None:
    """Answer one lookup."""
    await context["replies"].publish(CHANNEL, lookups.reply_to(number))


async def _start(context: dict[str, Any]) -> None:
    lookups.lexicon()
    context["replies"] = redis.asyncio.Redis.from_url(lookups.redis_url())


def work() -> None:
    """Run the worker."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    Worker(
        functions=[func(look_up, name="look_up")],
        redis_settings=RedisSettings.from_dsn(lookups.redis_url()),
        on_startup=_start,
        max_jobs=WINDOW,
        keep_result=0,
        poll_delay=POLL_SECONDS,
        log_results=False,
    ).run()


def ask() -> None:
    """Enqueue lookups and report the figures."""
    asyncio.run(_ask())


async def _ask() -> None:
    tally = Tally(seconds_to_measure())
    jobs = await create_pool(RedisSettings.from_dsn(lookups.redis_url()))
    pubsub = redis.asyncio.Redis.from_url(lookups.redis_url()).pubsub(ignore_subscribe_messages=True)
    await pubsub.subscribe(CHANNEL)

    async def enqueue() -> None:
        while tally.is_asking:
            if tally.room > 0:
                await jobs.enqueue_job("look_up", tally.next_number())
            else:
                await asyncio.sleep(0.001)

    enqueuers = [asyncio.create_task(enqueue()) for _ in range(ENQUEUERS)]
    while not tally.is_done:
        message = await pubsub.get_message(timeout=0.1)
        if message:
            hear(tally, message["data"])
    await asyncio.gather(*enqueuers)
    tally.report()
