"""From bytes to packets: websocket frames, connections, the Socket.IO server. No lookup is known here."""
