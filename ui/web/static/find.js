// Find words in the document that is shown: every place lights up, Enter goes to the next.
import { scrollToPlace } from "./scroll.js";

const WAIT = 150;

let found = [];
let at = -1;
let timer = null;

const lower = (text) => {
  const lowered = text.toLocaleLowerCase("da");
  return lowered.length === text.length ? lowered : text; // offsets must fit
};

/** The text nodes of a place with where each begins in the place's text. */
function readPlace(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { nodes, text: lower(text) };
}

function makeRange(nodes, start, end) {
  const holder = (offset) => nodes.findLast((each) => each.start <= offset);
  const range = document.createRange();
  const first = holder(start);
  const last = holder(end - 1);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function findRanges(root, words) {
  const ranges = [];
  for (const place of root.querySelectorAll(".passage")) {
    const { nodes, text } = readPlace(place);
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length))
      ranges.push(makeRange(nodes, start, start + words.length));
  }
  return ranges;
}

function paint() {
  if (!("highlights" in CSS)) return; // older browsers scroll there all the same
  CSS.highlights.set("fundet", new Highlight(...found));
  if (at >= 0) CSS.highlights.set("fundet-her", new Highlight(found[at]));
  else CSS.highlights.delete("fundet-her");
}

function tell(form, words) {
  const told = form.querySelector(".find-antal");
  const sentence = form.dataset.fundet.replace("{n}", at + 1).replace("{count}", found.length);
  told.textContent = words && (found.length ? sentence : form.dataset.intet);
}

function search(form) {
  const words = lower(form.querySelector("#find-ord").value.trim().replace(/\s+/g, " "));
  found = words ? findRanges(form.closest(".dokument"), words) : [];
  at = found.length ? 0 : -1;
  paint();
  tell(form, words);
  show();
}

function show() {
  if (at < 0) return;
  scrollToPlace(found[at].startContainer.parentElement.closest(".passage"), "auto");
}

function step(form, by) {
  if (!found.length || !found[0].startContainer.isConnected) return search(form);
  at = (at + by + found.length) % found.length;
  paint();
  tell(form, "x");
  return show();
}

function clear(form) {
  form.querySelector("#find-ord").value = "";
  search(form);
}

/** Let the search fields of documents work, whenever they appear. */
export function watchFind() {
  document.addEventListener("input", (event) => {
    if (event.target.id !== "find-ord") return;
    clearTimeout(timer);
    timer = setTimeout(() => search(event.target.form), WAIT);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.find")) return;
    event.preventDefault();
    step(event.target, 1);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".find-forrige, .find-naeste");
    if (button) step(button.form, button.matches(".find-naeste") ? 1 : -1);
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.target.id !== "find-ord" || event.key !== "Escape" || !event.target.value) return;
      event.preventDefault();
      event.stopPropagation(); // the document stays open
      clear(event.target.form);
    },
    true,
  );
}
