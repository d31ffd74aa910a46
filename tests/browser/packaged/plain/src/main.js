import "wordwire-chat";
import { Connection } from "wordwire-chat/connection";

const server = new URLSearchParams(location.search).get("server");
const chat = document.querySelector("wordwire-chat");
chat.texts = { welcome: "Ask our dictionary" };
chat.server = server;
chat.addEventListener("wordwire-reply", ({ detail }) => {
  const { option, word, response } = detail;
  document.querySelector("#last").textContent = `${option} of ${word}: ${response.length} found`;
});

const connection = new Connection(server);
const reply = await connection.lookUp({
  event: "my_message",
  fields: { command: "lemmatizer", word: "geese" },
});
document.querySelector("#lemma").textContent = reply.response;
connection.close();
