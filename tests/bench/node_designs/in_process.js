// A Socket.IO server that answers from a Map inside its handler: no queue, no worker.

import { createServer } from "node:http";
import { Server } from "socket.io";
import { replyTo } from "./answers.js";

const http = createServer();
new Server(http).on("connection", (socket) => {
  socket.on("my_message", (lookup) => socket.emit("reply", replyTo(lookup)));
});
http.listen(Number(process.env.PORT), "127.0.0.1");
