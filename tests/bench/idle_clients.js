// Keeps many silent websocket clients connected. For each number on standard input, it connects that many clients
// in all and then prints {"connected": n}. It exits at the end of its input.
//
//   node idle_clients.js http://127.0.0.1:5000

import { createInterface } from "node:readline";
import { io } from "socket.io-client";

const url = process.argv[2];
const AT_ONCE = 50; // handshakes in flight
const sockets = [];

function connectOne() {
  return new Promise((resolve, reject) => {
    const options = { transports: ["websocket"], forceNew: true, reconnection: false, perMessageDeflate: false };
    const socket = io(url, options);
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
    socket.on("disconnect", (reason) => {
      console.error(`a client was disconnected: ${reason}`);
      process.exit(1);
    });
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const wanted = Number(line);
  while (sockets.length < wanted) {
    const count = Math.min(AT_ONCE, wanted - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: count }, connectOne))));
  }
  console.log(JSON.stringify({ connected: sockets.length }));
}
process.exit(0);
