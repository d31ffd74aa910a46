"""`make run`: Redis, one worker and one gateway in one terminal; they end together, Redis last."""

from __future__ import annotations

import json
import os
import shlex
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from shared.errors import SettingsError
from shared.settings import Settings, read_settings
from tools.parts import Parts
from tools.redis_process import OwnRedis, RedisFailed
from tools.redis_server import RedisMissing, find_redis_server

# How long `/readyz` may fail before we print its reason; polling goes on as long as the run lasts.
PATIENCE_SECONDS = 20.0
POLL_SECONDS = 0.1


def main() -> int:
    """Run everything until a signal comes or a part ends; return 0 only if everything ended as asked."""
    # Until honcho handles signals, leave through `finally`, so that Redis ends too.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: sys.exit(128 + received))
    try:
        settings = read_settings()
        own_redis = None if _redis_is_given() else OwnRedis(find_redis_server(Path(settings.data_dir)))
    except (SettingsError, RedisMissing) as error:
        print(error, file=sys.stderr)
        return 2
    if (reason := _why_port_is_taken(settings)) is not None:
        print(f"The gateway can't listen on {_address(settings)}: {reason}.", file=sys.stderr)
        print("If Wordwire runs there already, give this one another PORT.", file=sys.stderr)
        return 1
    if own_redis is None:
        return _run_parts(settings, None)
    try:
        own_redis.start()
        return _run_parts(settings, own_redis)
    except RedisFailed as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        own_redis.end()


def _redis_is_given() -> bool:
    given = {name for name in ("REDIS_URL", "BROKER_URL", "SOCKETIO_QUEUE_URL") if os.environ.get(name)}
    return "REDIS_URL" in given or given >= {"BROKER_URL", "SOCKETIO_QUEUE_URL"}


def _why_port_is_taken(settings: Settings) -> str | None:
    """Return the reason why the gateway could not listen, or None.

    Otherwise another gateway on this port would answer `/readyz` in the place of ours, which ends.
    """
    try:
        for family, *_, address in socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM):
            with socket.create_server(address[:2], family=family):
                return None
    except OSError as error:
        return str(error)
    return None


def _run_parts(settings: Settings, own_redis: OwnRedis | None) -> int:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    if own_redis is not None:
        environment["REDIS_URL"] = own_redis.url
    parts = Parts()
    for name, module in (("worker", "workers"), ("gateway", "gateway")):
        # `exec`, so that signals reach the part instead of a shell that waits for it.
        parts.add_process(name, f"exec {shlex.quote(sys.executable)} -m {module}", env=environment)
    if own_redis is not None:
        own_redis.when_it_dies(lambda: parts.end_because_of("redis"))
    threading.Thread(target=_announce, args=(settings,), daemon=True).start()
    parts.loop()
    failure = parts.failure()
    if failure is None:
        print("Wordwire has ended.")
        return 0
    print(f"Wordwire has ended because {failure}.", file=sys.stderr)
    if own_redis is not None and parts.first_ended == "redis":
        print(own_redis.log_tail(), file=sys.stderr)
    return 1


def _announce(settings: Settings) -> None:
    """Print the address once `/readyz` succeeds, and its complaint if that takes long."""
    url = _address(settings)
    started = time.monotonic()
    complained = False
    while (reason := _why_not_ready(url)) is not None:
        if not complained and time.monotonic() - started > PATIENCE_SECONDS:
            complained = True
            print(f"Still not ready: {reason}", flush=True)
        time.sleep(POLL_SECONDS)
    seconds = time.monotonic() - started
    print(f"\n  Wordwire is ready after {seconds:.1f} s: {url}\n  Press Ctrl-C to end it.\n", flush=True)


def _address(settings: Settings) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def _why_not_ready(url: str) -> str | None:
    """Return None if the gateway at `url` is ready, otherwise the reason it gives."""
    # Without the environment's proxies (`http_proxy`), which know nothing of this machine's gateway.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{url}/readyz", timeout=2):
            return None
    except urllib.error.HTTPError as error:
        try:
            return json.dumps(json.load(error))
        except ValueError:
            return f"/readyz returned status {error.code}"
    except OSError as error:
        return f"the gateway does not answer yet ({error})"


if __name__ == "__main__":
    sys.exit(main())
