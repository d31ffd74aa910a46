// Lets members of one room talk at a fixed rate, and measures how soon each of them hears each message.
//
//   node room_load.js '{"url": ["http://127.0.0.1:5000", ...], "clients": 100, "rate": 200, ...}'
//
// It prints the same lines as load_generator.js, except that `measured` counts deliveries. It uses plain websockets
// instead of a Socket.IO client: all members hear the same text, so it parses each text once and leaves the cores
// to the gateways.

import WebSocket from "ws";

const plan = {
  url: [], // the members spread over these
  clients: 100,
  rate: 100, // messages a second over all members, without waiting for answers: an open loop
  warmUpSeconds: 0.5,
  seconds: 3,
  patienceSeconds: 10, // until all members must have heard a message; then it counts as lost
  text: "Does anybody know a better word for happy? I have had this one three times by now.",
  ...JSON.parse(process.argv[2]),
};
const urls = [].concat(plan.url);
const MOST = Math.ceil(plan.rate * (plan.warmUpSeconds + plan.seconds) * 1.2) + 100;
const dueAt = new Float64Array(MOST); // by the message's id, in milliseconds
const waits = new Float64Array(MOST * plan.clients);

let phase = "warming"; // then "measuring", "draining"
let said = 0, acked = 0, saidBefore = 0, heard = 0, measured = 0;
let duplicated = 0, wrong = 0, errors = 0;
let cpuBefore, measuringSince = 0, measuredSeconds = 0, cpuCores = 0;

const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
const emit = (member, number, event, data) => member.send(`42/chat,${number}${JSON.stringify([event, data])}`);

let lastText = "", lastMessage; // each text comes once for every member
function messageIn(text) {
  if (text !== lastText) {
    lastMessage = JSON.parse(text.slice(8))[1];
    lastText = text;
  }
  return lastMessage;
}

function take(member, text) {
  if (text.startsWith('42/chat,["message"')) return hear(member, messageIn(text));
  if (text.startsWith("43/chat,")) {
    const at = text.indexOf("[");
    const answer = JSON.parse(text.slice(at))[0];
    if (answer.error) errors++;
    const number = Number(text.slice(8, at));
    if (number === 0) acked++;
    else member.answered(answer);
  } else if (text[0] === "2") member.send("3");
  else if (text[0] === "0") member.send("40/chat,");
  else if (text.startsWith("40/chat,")) member.joined();
}

function hear(member, message) {
  if (message.seq === undefined) member.seq++; // a design without numbers promises no order
  else if (message.seq <= member.seq) duplicated++;
  else if (message.seq !== member.seq + 1) wrong++; // a gap
  member.seq = message.seq ?? member.seq;
  heard++;
  if (phase === "measuring") waits[measured++] = performance.now() - dueAt[message.id];
  if (phase === "draining" && isAllHeard()) finish();
}

const isAllHeard = () => heard === said * plan.clients && acked === said;

async function connect(number) {
  const url = urls[number % urls.length].replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket";
  const member = new WebSocket(url, { perMessageDeflate: false });
  member.seq = 0;
  member.on("message", (buffer) => take(member, buffer.toString("latin1"))); // every text here is ASCII
  member.on("close", () => say({ event: "disconnected" }));
  await new Promise((resolve, reject) => {
    member.joined = resolve;
    member.on("error", reject);
  });
  return member;
}

const answerTo = (member, event, data) =>
  new Promise((resolve) => {
    member.answered = resolve;
    emit(member, 1, event, data);
  });

// A timer says all messages that are due, so that a slow room can't slow down its speakers.
function keepPace() {
  const start = performance.now();
  const timer = setInterval(() => {
    if (phase === "draining") return clearInterval(timer);
    for (; start + (said * 1000) / plan.rate <= performance.now(); said++) {
      dueAt[said] = start + (said * 1000) / plan.rate;
      emit(members[said % members.length], 0, "say", { room, text: plan.text, id: said });
    }
  }, 1);
}

function startMeasuring() {
  phase = "measuring";
  say({ event: "measuring" });
  cpuBefore = process.cpuUsage();
  measuringSince = performance.now();
  saidBefore = said;
  setTimeout(stopMeasuring, plan.seconds * 1000);
}

let saidMeanwhile = 0;
function stopMeasuring() {
  measuredSeconds = (performance.now() - measuringSince) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  cpuCores = (cpu.user + cpu.system) / 1e6 / measuredSeconds;
  saidMeanwhile = said - saidBefore;
  phase = "draining";
  say({ event: "measured" });
  if (isAllHeard()) finish();
  setTimeout(finish, plan.patienceSeconds * 1000).unref();
}

let isFinished = false;
function finish() {
  if (isFinished) return;
  isFinished = true;
  const sorted = waits.slice(0, measured).sort();
  const percentile = (share) => (measured ? sorted[Math.min(measured - 1, Math.floor(measured * share))] : null);
  setTimeout(() => { // once more around the loop, to notice duplicates
    say({
      event: "done",
      said_per_s: saidMeanwhile / measuredSeconds,
      heard_per_s: measured / measuredSeconds,
      measured, seconds: measuredSeconds,
      p50_ms: percentile(0.5), p99_ms: percentile(0.99),
      lost: said * plan.clients - heard, duplicated, wrong, errors,
      generator_cores: cpuCores,
    });
    process.exit(0);
  }, 50);
}

const AT_ONCE = 50; // handshakes in flight
const members = [];
while (members.length < plan.clients) {
  const length = Math.min(AT_ONCE, plan.clients - members.length);
  members.push(...(await Promise.all(Array.from({ length }, (_, number) => connect(members.length + number)))));
}
const { room } = await answerTo(members[0], "create", { title: "bench" });
for (const [number, member] of members.entries()) await answerTo(member, "join", { room, name: `m${number}` });
say({ event: "connected" });
keepPace();
setTimeout(startMeasuring, plan.warmUpSeconds * 1000);
