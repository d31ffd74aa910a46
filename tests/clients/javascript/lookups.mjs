// Asks what standard input says with socket.io-client, and prints acks and replies as JSON, in the order of the ids.
//
// Standard input: {url, transport, messages: [{command, word, ...}]}; each message gets its place as id.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(new URL("../../../gateway/web/package.json", import.meta.url));
const { io } = require("socket.io-client");

const { url, transport, messages } = JSON.parse(await text(process.stdin));
const socket = io(url, { transports: [transport], forceNew: true, reconnection: false });
const replies = [];
const acks = [];

function endWhenAllIsThere() {
  const count = (list) => list.filter(Boolean).length;
  if (count(replies) < messages.length || count(acks) < messages.length) return;
  console.log(JSON.stringify({ transport: socket.io.engine.transport.name, replies, acks }));
  socket.disconnect();
}

socket.on("connect", () => {
  messages.forEach((message, id) => {
    socket.emit("my_message", { ...message, id }, (ack) => {
      acks[id] = ack;
      endWhenAllIsThere();
    });
  });
});
socket.on("reply", (reply) => {
  replies[reply.id] = reply;
  endWhenAllIsThere();
});
socket.on("connect_error", (error) => {
  console.error(error.message);
  process.exit(1);
});
