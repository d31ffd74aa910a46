import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "wordwire-chat";
import type { WordwireEventMap } from "wordwire-chat";
import type {} from "wordwire-chat/react";

const server = new URLSearchParams(location.search).get("server") ?? "";
const texts = { welcome: "Ask our dictionary" };

// @ts-expect-error: there is no such mode
export const wrong = <wordwire-chat mode="sideways" />;

function Dictionary() {
  const [last, setLast] = useState("");
  const heard = ({ detail }: WordwireEventMap["wordwire-reply"]) => {
    setLast(`${detail.option} of ${detail.word}: ${detail.response.length} found`);
  };
  return (
    <>
      <wordwire-chat server={server} command="definition" texts={texts} onwordwire-reply={heard} />
      <p id="last">{last}</p>
    </>
  );
}

createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <Dictionary />
  </StrictMode>,
);
