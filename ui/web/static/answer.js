// What can be done with an answer: copy it, print it, say whether it helped.
import { text } from "./text.js";

const token = (element) => element.closest(".svar").id.replace(/^svar-/, "");

async function write(value) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(value);
  const field = document.createElement("textarea"); // pages without https have no clipboard
  field.value = value;
  field.className = "kun-skaermlaeser";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  return undefined;
}

export async function copyAnswer(button) {
  const answer = await fetch(`svar/${token(button)}.md`, { credentials: "same-origin" });
  if (!answer.ok) return say(button, text("forgotten"));
  await write(await answer.text());
  say(button, text("copied"));
  button.focus();
}

export function printAnswer(link) {
  window.open(link.href, "_blank", "noopener");
}

export async function rateAnswer(button) {
  const helped = button.classList.contains("ja") ? "ja" : "nej";
  const area = button.closest(".vurdering");
  const answer = await fetch(`svar/${token(button)}/vurdering?hjalp=${helped}`, { credentials: "same-origin" });
  if (!answer.ok) return say(button, text("forgotten"));
  area.innerHTML = await answer.text();
  area.querySelector("input, textarea, button")?.focus();
}

export async function sendRating(form) {
  const area = form.closest(".vurdering");
  const answer = await fetch(form.getAttribute("action"), {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    credentials: "same-origin",
  });
  area.innerHTML = await answer.text();
  area.querySelector("[tabindex]")?.focus();
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
