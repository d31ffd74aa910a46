// Sends lookups to a Socket.IO server, counts and times the answers, and prints the results as lines of JSON.
//
//   node load_generator.js '{"url": "http://127.0.0.1:5000", "clients": 100, "inFlight": 4, ...}'
//
// The lines are {"event": ...} with these events: "connected"; "answered" at the first answer, when the warm-up
// begins; "measuring" after the warm-up; "measured" at the end of the time or of the lookups; and "done" with the
// figures, once every lookup is answered or counts as lost. It is one process with JavaScript's own client, because
// that takes the fewest cycles from the server, which shares the machine.

import { readFileSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { io } from "socket.io-client";

const plan = {
  url: "", // or a list of URLs, which share the clients
  clients: 1,
  inFlight: 1, // closed loop: each answer triggers the client's next lookup
  rate: 0, // open loop when above 0: lookups a second over all clients, even if answers are late
  warmUpSeconds: 0.5,
  seconds: 2,
  maxLookups: 400_000,
  patienceSeconds: 12, // longer than the gateway's own deadline; later answers count as lost
  firstId: 0, // the word to start with
  command: null, // send only this command; a refusal is the correct answer to an unknown one
  overHttp: false, // ask GET /v1/{command}, on as many kept connections for each client as lookups in flight
  beside: null, // {event, message, words, rate}: also ask this many questions a second, as one more client
  deflate: false, // offer permessage-deflate, as browsers do; inflating takes the generator over its half core
  ...JSON.parse(process.argv[2]),
};
const words = readFileSync(plan.words, "utf8").trim().split("\n");
const urls = [].concat(plan.url);
const commands = ["definition", "synonyms", "examples", "pos", "lemmatizer"];

const UNASKED = 0, OPEN = 1, ANSWERED = 2;
const capacity = plan.maxLookups + plan.clients * plan.inFlight + 1;
const state = new Uint8Array(capacity);
const askedAt = new Float64Array(capacity); // milliseconds; in an open loop, the time when it was due
const latencies = new Float64Array(capacity);

let phase = "waking"; // until the first answer; then "warming", "measuring", "draining"
let asked = 0, open = 0, measured = 0;
let duplicated = 0, wrong = 0, errors = 0;
let measuringSince = 0, measuredUntil = 0, cpuBefore;
const firstErrors = [];

const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
// Asks every command for every word, and different commands for neighbouring words; 2,000 words repeat after
// 10,000 lookups.
const wordOf = (id) => words[(id + plan.firstId) % words.length];
const commandOf = (id) => plan.command ?? commands[commandIndex(id + plan.firstId)];
const commandIndex = (n) => (n + Math.floor(n / words.length)) % commands.length;

function ask(socket, dueAt) {
  if (phase === "draining" || asked >= plan.maxLookups) return finishMeasuring();
  const id = asked++;
  state[id] = OPEN;
  askedAt[id] = dueAt;
  open++;
  socket.emit("my_message", { command: commandOf(id), word: wordOf(id), id });
}

function hear(socket, reply) {
  const now = performance.now();
  const id = reply.id;
  if (!(id >= 0 && id < asked)) wrong++;
  else if (state[id] === ANSWERED) duplicated++;
  else {
    state[id] = ANSWERED;
    open--;
    if (reply.error && !plan.command) {
      errors++;
      if (firstErrors.length < 3) firstErrors.push(reply.error);
    } else if (!isRight(reply, id)) wrong++;
    if (phase === "measuring") latencies[measured++] = now - askedAt[id];
    if (phase === "waking") startAsking();
    else if (!plan.rate) ask(socket, now);
  }
  if (phase === "draining" && open === 0) finish();
}

function isRight(reply, id) {
  if (plan.command) return reply.error?.code === "unknown_command";
  const text = reply.response;
  return reply.option === commandOf(id) && reply.word === wordOf(id) && text[0] === "[" && text.at(-1) === "]";
}

// Open loop: independent people ask at random times, however slow the server is. A thread keeps the pace, because
// a timer here would send all lookups of a millisecond at the same moment.
let pacer;
function keepPace() {
  pacer = new Worker(new URL("./pacer.js", import.meta.url), { workerData: { rate: plan.rate } });
  pacer.on("message", (due) => {
    for (const at of due) ask(sockets[Math.floor(Math.random() * sockets.length)], at - performance.timeOrigin);
  });
}

// Replaces {word} and {number} in the fields of the message. No cache has heard the numbers in earlier loads.
let questioner, answeredBeside = 0;
function askBeside({ event, message, words, rate }) {
  let number = Date.now() % 1e9;
  const filled = (text) => text.replace("{word}", words[number % words.length]).replace("{number}", number);
  const next = () => Object.fromEntries(Object.entries(message).map(([field, text]) => [field, filled(text)]));
  questioner = setInterval(() => beside.emit(event, { ...next(), id: number++ }), 1000 / rate);
}

function startAsking() {
  phase = "warming";
  say({ event: "answered" });
  if (plan.beside) askBeside(plan.beside);
  if (plan.rate) keepPace();
  else for (const socket of sockets) for (let n = 0; n < plan.inFlight; n++) ask(socket, performance.now());
  setTimeout(startMeasuring, plan.warmUpSeconds * 1000);
}

function startMeasuring() {
  phase = "measuring";
  say({ event: "measuring" });
  cpuBefore = process.cpuUsage();
  measuringSince = performance.now();
  setTimeout(finishMeasuring, plan.seconds * 1000);
}

let cpuCores = 0;
function finishMeasuring() {
  if (phase !== "measuring") return;
  measuredUntil = performance.now();
  const cpu = process.cpuUsage(cpuBefore);
  cpuCores = (cpu.user + cpu.system) / 1000 / (measuredUntil - measuringSince);
  phase = "draining";
  pacer?.terminate();
  clearInterval(questioner);
  say({ event: "measured" });
  if (open === 0) finish();
  setTimeout(finish, plan.patienceSeconds * 1000);
}

function finish() {
  const sorted = latencies.slice(0, measured).sort();
  const percentile = (share) => (measured ? sorted[Math.min(measured - 1, Math.floor(measured * share))] : null);
  const seconds = (measuredUntil - measuringSince) / 1000;
  // Once more around the loop, to notice a second answer even to the last lookup.
  setTimeout(() => {
    say({
      event: "done",
      lookups_per_s: measured / seconds,
      measured, asked, seconds,
      p50_ms: percentile(0.5), p95_ms: percentile(0.95), p99_ms: percentile(0.99),
      lost: open, duplicated, wrong, errors, first_errors: firstErrors, answered_beside: answeredBeside,
      generator_cores: cpuCores,
    });
    process.exit(0);
  }, 50);
}

// Asks over HTTP what it is told to emit, each time on a free connection. Node's own client would be the
// bottleneck; this one knows that our responses have a length.
async function httpClient(url) {
  const { hostname, port } = new URL(url);
  const client = {
    free: [],
    waiting: [], // in an open loop, for a free connection
    emit(_event, lookup) {
      const connection = client.free.shift(); // the one that has rested for longest, before the server closes it
      if (!connection) return client.waiting.push(lookup);
      const { command, word, id } = lookup;
      connection.id = id;
      connection.write(`GET /v1/${command}?word=${encodeURIComponent(word)} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
    },
  };
  for (let n = 0; n < (plan.rate ? 4 : plan.inFlight); n++) client.free.push(await httpConnection(client, hostname, port));
  return client;
}

async function httpConnection(client, hostname, port) {
  const connection = connect({ host: hostname, port, noDelay: true }).setEncoding("utf8");
  let received = "";
  connection.on("data", (part) => {
    received += part;
    const end = received.indexOf("\r\n\r\n") + 4;
    if (end < 4) return;
    const length = Number(/^Content-Length: (\d+)/im.exec(received.slice(0, end))[1]);
    if (Buffer.byteLength(received) < end + length) return;
    const { response, status, detail, ...reply } = JSON.parse(received.slice(end));
    received = "";
    const heard = { ...reply, id: connection.id, response: JSON.stringify(response), error: status && { status, detail } };
    client.free.push(connection);
    if (client.waiting.length) client.emit("my_message", client.waiting.shift());
    hear(client, heard);
  });
  connection.on("close", () => {
    client.free = client.free.filter((each) => each !== connection);
    say({ event: "disconnected", reason: "closed" });
  });
  await once(connection, "connect");
  return connection;
}

const connected = (url) => new Promise((resolve, reject) => {
  const socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    perMessageDeflate: plan.deflate ? { threshold: 1024 } : false,
  });
  socket.once("connect", () => resolve(socket));
  socket.once("connect_error", reject);
  socket.on("disconnect", (reason) => say({ event: "disconnected", reason }));
});

async function lookupClient(url) {
  if (plan.overHttp) return httpClient(url);
  const socket = await connected(url);
  return socket.on("reply", (reply) => hear(socket, reply));
}

const sockets = await Promise.all(
  Array.from({ length: plan.clients }, (_, number) => lookupClient(urls[number % urls.length])),
);
const beside = plan.beside && (await connected(urls[0]));
beside?.on("reply", (reply) => { if (!reply.error) answeredBeside++; });
say({ event: "connected" });
ask(sockets[0], performance.now());
