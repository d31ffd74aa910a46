// Sends the messages from standard input with socket.io-client, and prints acks and replies as JSON, ordered by id.
//
// Standard input: {url, transport, messages: [{command, word, ...}]}; the id of each message is its index.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(new URL("../../../gateway/web/package.json", import.meta.url));
const { io } = require("socket.io-client");

const { url, transport, messages } = JSON.parse(await text(process.stdin));
const socket = io(url, { transports: [transport], forceNew: true, reconnection: false });
const replies = [];
const acks = [];

function endOnceComplete() {
  const count = (list) => list.filter(Boolean).length;
  if (count(replies) < messages.length || count(acks) < messages.length) return;
  console.log(JSON.stringify({ transport: socket.io.engine.transport.name, replies, acks }));
  socket.disconnect();
}

socket.on("connect", () => {
  messages.forEach((message, id) => {
    socket.emit("my_message", { ...message, id }, (ack) => {
      acks[id] = ack;
      endOnceComplete();
    });
  });
});
socket.on("reply", (reply) => {
  replies[reply.id] = reply;
  endOnceComplete();
});
socket.on("connect_error", (error) => {
  console.error(error.message);
  process.exit(1);
});
