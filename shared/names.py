"""Every name that two processes must spell alike: events, task, queue, channels and keys."""

# Socket.IO namespaces and events (the client protocol, docs/protocol.md).
LOOKUP_NAMESPACE = "/"
MY_MESSAGE_EVENT = "my_message"
ASK_EVENT = "ask"
REPLY_EVENT = "reply"

# Celery: the gateway publishes the task by name, so it never imports the workers.
LOOKUP_TASK = "wordwire.look_up"
LOOKUP_QUEUE = "lookups"

# Redis pub/sub: each gateway listens to a channel of its own, new at each start.
REPLY_CHANNEL_PREFIX = "wordwire:replies:"

# Redis sorted set: worker name → when it was last heard of, in seconds of Redis's own clock.
WORKERS_KEY = "wordwire:workers"


def reply_channel(boot_id: str) -> str:
    """Return the channel on which the gateway that booted as `boot_id` hears its replies."""
    return REPLY_CHANNEL_PREFIX + boot_id
