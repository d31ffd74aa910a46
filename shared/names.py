"""Every name that two processes must spell alike: events, task, queue, channels and keys."""

# Socket.IO namespaces and events (the client protocol, docs/protocol.md).
LOOKUP_NAMESPACE = "/"
CHAT_NAMESPACE = "/chat"
MY_MESSAGE_EVENT = "my_message"
ASK_EVENT = "ask"
REPLY_EVENT = "reply"

# Celery: the gateway publishes the task by name, so it never imports the workers.
LOOKUP_TASK = "wordwire.look_up"
LOOKUP_QUEUE = "lookups"

# Redis pub/sub: each gateway listens to a channel of its own, new at each start.
REPLY_CHANNEL_PREFIX = "wordwire:replies:"
# And all of them to one more, on which they tell each other what happens in rooms.
ROOMS_CHANNEL = "wordwire:rooms"

# Redis keys of a room begin so: whatever a client names a room, it never reaches anything else.
ROOM_KEY_PREFIX = "wordwire:room:"
# And so the address of a room as the asker of a lookup, where otherwise a sid stands.
ROOM_ADDRESS_PREFIX = "room:"

# Redis sorted set: worker name → when it was last heard of, in seconds of Redis's own clock.
WORKERS_KEY = "wordwire:workers"


def reply_channel(boot_id: str) -> str:
    """Return the channel on which the gateway that booted as `boot_id` hears its replies."""
    return REPLY_CHANNEL_PREFIX + boot_id
