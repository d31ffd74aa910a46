"""The names that two processes must spell alike: events, task, queue, channels and keys."""

# Socket.IO namespaces and events (the client protocol, docs/protocol.md).
LOOKUP_NAMESPACE = "/"
CHAT_NAMESPACE = "/chat"
MY_MESSAGE_EVENT = "my_message"
ASK_EVENT = "ask"
REPLY_EVENT = "reply"
TOKEN_EXPIRES_EVENT = "token_expires"  # noqa: S105 (no password)
ERROR_EVENT = "error"

# Celery: the gateway publishes the task by name, so it never imports the workers.
LOOKUP_TASK = "wordwire.look_up"
LOOKUP_QUEUE = "lookups"
# Sentences wait apart, because the model takes milliseconds for each: no lookup waits for a question.
QUESTION_QUEUE = "questions"
QUEUES = (LOOKUP_QUEUE, QUESTION_QUEUE)

# Redis pub/sub: each gateway listens to its own channel, with a new name at each start.
REPLY_CHANNEL_PREFIX = "wordwire:replies:"
# All gateways share one more channel, for the events of rooms.
ROOMS_CHANNEL = "wordwire:rooms"

# All Redis keys of a room start with this prefix, so that no room name reaches any other key.
ROOM_KEY_PREFIX = "wordwire:room:"
# A lookup from a room has this prefix and the room's name in place of a sid.
ROOM_ADDRESS_PREFIX = "room:"

# Redis sorted set: worker → time of its last heartbeat, in seconds of Redis's own clock. A worker's name is
# HOST/PROCESSES:PID, with a suffix if it takes questions; one that takes from both queues has two entries.
WORKERS_KEY = "wordwire:workers"
QUESTION_WORKER_SUFFIX = "/questions"
MAX_PROCESSES = 1024  # in one worker; a larger number is a mistake


def reply_channel(boot_id: str) -> str:
    """Return the channel for replies to the gateway that booted as `boot_id`."""
    return REPLY_CHANNEL_PREFIX + boot_id


def worker_name(host: str, pid: int, queue: str, processes: int) -> str:
    """Return the name of a worker with this number of processes for `queue`.

    >>> worker_name("host", 1234, "questions", 2)
    'host/2:1234/questions'
    """
    return f"{host}/{processes}:{pid}{QUESTION_WORKER_SUFFIX if queue == QUESTION_QUEUE else ''}"


def count_processes(name: bytes) -> int:
    """Return the number of processes of the worker called `name`.

    >>> count_processes(b"host/2:1234/questions")
    2
    """
    number = name.removesuffix(QUESTION_WORKER_SUFFIX.encode()).rpartition(b"/")[2].partition(b":")[0]
    return min(int(number), MAX_PROCESSES) if number.isdigit() else 1
