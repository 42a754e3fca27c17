// The page's own behaviour. Everything works by delegation, for Gradio draws its elements when it likes.
import { openPassage, closeReader, prepareReader, showTab } from "./reader.js";
import { copyAnswer, printAnswer, rateAnswer, sendRating } from "./answer.js";
import { watchAccess } from "./access.js";
import "./testcase.js";

const ACTIONS = [
  ["a[href^='#passage-']", (link) => openPassage(link.hash.slice(1), link)],
  ["a[href^='#afsnit-']", (link) => openPassage(link.hash.slice(1), link)],
  [".svar button.kopier", (button) => copyAnswer(button)],
  [".svar a.udskriv", (link) => printAnswer(link)],
  [".svar button.ja, .svar button.nej", (button) => rateAnswer(button)],
  ["#luk-laeser", () => closeReader()],
  ["#aabn-laeser", (button) => openPassage("", button)],
];

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  for (const [selector, act] of ACTIONS) {
    const found = event.target.closest?.(selector);
    if (found) {
      event.preventDefault();
      act(found);
      return;
    }
  }
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.vurdering-skema")) return;
  event.preventDefault();
  sendRating(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("laeser-aaben")) closeReader();
});

function start() {
  watchAccess();
  prepareReader();
  new MutationObserver(() => showTab()).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ["aria-selected"],
  });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
