// A Socket.IO server whose rooms span several servers, through the Redis adapter.

import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";

const redis = new Redis(process.env.REDIS_URL);
const http = createServer();
const chat = new Server(http, { adapter: createAdapter(redis, redis.duplicate()) }).of("/chat");
chat.on("connection", (socket) => {
  socket.on("create", (_asked, acknowledge) => acknowledge({ room: socket.id }));
  socket.on("join", ({ room }, acknowledge) => {
    socket.join(room);
    acknowledge({});
  });
  socket.on("say", ({ room, text, id }, acknowledge) => {
    chat.to(room).emit("message", { room, text, id, from: socket.id, at: Date.now() });
    acknowledge({ id });
  });
});
http.listen(Number(process.env.PORT), "127.0.0.1");
