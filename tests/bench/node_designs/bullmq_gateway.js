// A Socket.IO server that adds one BullMQ job for each lookup; the worker's reply arrives through the Redis adapter.

import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { Server } from "socket.io";

const redis = new Redis(process.env.REDIS_URL);
const queue = new Queue("lookups", {
  connection: redis,
  defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
});
const http = createServer();
const io = new Server(http, { adapter: createAdapter(redis.duplicate(), redis.duplicate()) });
io.on("connection", (socket) => {
  socket.on("my_message", (lookup) => queue.add("lookup", { room: socket.id, lookup }));
});
http.listen(Number(process.env.PORT), "127.0.0.1");
