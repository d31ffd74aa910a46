// Takes jobs from BullMQ's queue, and replies to the connection that asked with Socket.IO's Redis emitter.

import { Emitter } from "@socket.io/redis-emitter";
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import { replyTo } from "./answers.js";

const redis = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null }); // as workers require
const emitter = new Emitter(redis.duplicate());
const CONCURRENCY = 300; // within what BullMQ's documentation recommends for quick jobs
new Worker("lookups", async ({ data }) => emitter.to(data.room).emit("reply", replyTo(data.lookup)), {
  connection: redis,
  concurrency: CONCURRENCY,
});
