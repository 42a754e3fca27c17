// What can be done with an answer: copy it, print it, say whether it helped.
import { copyText } from "./clipboard.js";
import { text } from "./text.js";

const token = (element) => element.closest(".svar").id.replace(/^svar-/, "");

export async function copyAnswer(button) {
  const answer = await fetch(`svar/${token(button)}.txt`, { credentials: "same-origin" });
  if (!answer.ok) return say(button, text("forgotten"));
  await copyText(await answer.text());
  say(button, text("copied"));
  button.focus();
}

export function printAnswer(link) {
  window.open(link.href, "_blank", "noopener");
}

/** Store the vote at once, and ask why; another click on either thumb changes it. */
export async function rateAnswer(button) {
  const helped = button.classList.contains("ja") ? "ja" : "nej";
  await rate(button, `svar/${token(button)}/vurdering`, new URLSearchParams({ hjalp: helped }));
}

/** Add the reason to the vote. */
export async function sendRating(form) {
  const fields = new URLSearchParams(new FormData(form));
  await rate(form.querySelector("[type=submit]"), form.getAttribute("action"), fields);
}

async function rate(button, address, fields) {
  const area = button.closest(".vurdering");
  if (area.getAttribute("aria-busy") === "true") return; // whoever clicks twice means it once
  area.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { method: "POST", body: fields, credentials: "same-origin" });
    const words = await answer.text();
    if (answer.ok) {
      area.innerHTML = words;
      area.querySelector("[tabindex]")?.focus({ preventScroll: true });
      area.scrollIntoView({ block: "nearest" });
    } else {
      const isSentence = answer.headers.get("content-type")?.startsWith("text/plain");
      say(button, isSentence ? words : text("rating_failed"));
    }
  } catch {
    say(button, text("rating_failed"));
  } finally {
    area.removeAttribute("aria-busy");
  }
}

/** Show a word beside a button, and let a screen reader say it. */
function say(button, words) {
  let told = button.parentElement.querySelector(".sagt");
  if (!told) {
    told = document.createElement("span");
    told.className = "sagt";
    told.setAttribute("role", "status");
    button.after(told);
  }
  told.textContent = "";
  requestAnimationFrame(() => (told.textContent = words));
}
