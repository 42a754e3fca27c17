// What happens as the conversation grows: the newest question is scrolled to, its answer said once.
import { text } from "./text.js";

const told = new Set();
let questions = 0;
let voice = null;

/** Give screen readers one quiet place that speaks; the log itself is redrawn too often to be read. */
function prepareVoice() {
  if (voice?.isConnected) return;
  voice = document.createElement("div");
  voice.id = "oplaesning";
  voice.className = "kun-skaermlaeser";
  voice.setAttribute("role", "status");
  voice.setAttribute("aria-live", "polite");
  document.body.append(voice);
}

function tell() {
  for (const answer of document.querySelectorAll("#samtale .svar")) {
    if (told.has(answer.id) || !answer.querySelector(".handlinger")) continue;
    told.add(answer.id);
    const outcome = answer.querySelector(".maerke")?.textContent || "";
    voice.textContent = [text("answer_is"), outcome, answer.querySelector(".tekst").textContent].filter(Boolean).join(" ");
  }
}

function scroll() {
  const asked = document.querySelectorAll("#samtale .user-row, #samtale [data-testid=user]");
  if (asked.length > questions) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    asked[asked.length - 1].scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }
  questions = asked.length;
}

/** Do what a change of the page calls for. */
export function followConversation() {
  prepareVoice();
  document.querySelector("#samtale [role=log]")?.setAttribute("aria-live", "off");
  tell();
  scroll();
}
