// Drives the web client's connection module in node, as the browser would.
//
// Lines of standard input: {ask: {id, word, command}} or {close: true}.
// Lines of standard output: {state}, {id, stage} or {id, reply}.
import { createInterface } from "node:readline";
import { Connection } from "../../../gateway/web/build/connection.js";

const print = (line) => console.log(JSON.stringify(line));

const connection = new Connection(process.argv[2], {
  onState: (state) => print({ state }),
  onProgress: (id, { stage }) => print({ id, stage }),
});

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, close } = JSON.parse(line);
  if (ask) {
    const { id, ...fields } = ask;
    void connection.lookUp({ event: "my_message", fields }, id).then((reply) => print({ id, reply }));
  }
  if (close) connection.close();
}
