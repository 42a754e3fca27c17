// The document beside the conversation: opened at a passage, which is marked, with a way back.
import { text } from "./text.js";

let opener = null;
let loading = null;

const reader = () => document.getElementById("laeser");

/** Load the document once; resolves when it stands on the page. */
function load(name) {
  const pane = reader();
  const wanted = name || pane.dataset.wanted || "";
  if (loading && pane.dataset.name === wanted) return loading;
  pane.dataset.name = wanted;
  loading = fetch(`dokument/${encodeURIComponent(wanted)}?uddrag=1`, { credentials: "same-origin" })
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    })
    .then((html) => {
      pane.innerHTML = html;
      paintHighlights();
    })
    .catch(() => {
      loading = null;
      pane.textContent = text("reader_failed");
    });
  return loading;
}

function unmark() {
  for (const mark of reader().querySelectorAll("mark.citat")) mark.replaceWith(...mark.childNodes);
  for (const place of reader().querySelectorAll(".er-citeret")) place.classList.remove("er-citeret");
}

function mark(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
  for (const node of found) {
    if (node.parentElement.closest(".kun-skaermlaeser, .afsnit-link")) continue;
    const wrapped = document.createElement("mark");
    wrapped.className = "citat";
    node.replaceWith(wrapped);
    wrapped.append(node);
  }
  place.classList.add("er-citeret");
}

/** Open the document at the element `id`, mark it and move focus there. */
export async function openPassage(id, from) {
  if (from && !reader().contains(from)) opener = from;
  document.body.classList.add("laeser-aaben");
  await load("");
  let place = id && document.getElementById(id);
  if (id && !place) {
    const name = await findDocument(id);
    if (name) {
      await load(name);
      place = document.getElementById(id);
    }
  }
  unmark();
  const back = document.getElementById("luk-laeser");
  if (!place) {
    back?.focus();
    return;
  }
  if (id.startsWith("passage-")) mark(place);
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  place.focus({ preventScroll: true });
}

async function findDocument(id) {
  const answer = await fetch(`sted/${encodeURIComponent(id)}`, { credentials: "same-origin" });
  return answer.ok ? (await answer.json()).document : "";
}

export function closeReader() {
  unmark();
  document.body.classList.remove("laeser-aaben");
  if (opener?.isConnected) {
    opener.focus();
    opener.scrollIntoView({ block: "nearest" });
  }
  opener = null;
}

/** Give the passages that a list names as highlighted their look. */
export function paintHighlights() {
  const pane = reader();
  if (!pane) return;
  for (const place of pane.querySelectorAll(".er-fremhaevet")) place.classList.remove("er-fremhaevet");
  for (const link of document.querySelectorAll(".fremhaevede a[href^='#passage-']"))
    document.getElementById(link.hash.slice(1))?.classList.add("er-fremhaevet");
}

/** Tell the style sheet which tab is open: the document has room of its own in the one to explore. */
export function showTab() {
  const tabs = [...document.querySelectorAll("#faner [role=tab]")];
  const chosen = tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
  const name = (chosen?.id || "").replace(/-button$/, "");
  if (!name || document.body.dataset.fane === name) return;
  document.body.dataset.fane = name;
  if (name === "udforsk") load("");
}

/** Find the place that a shared link names: `?dokument=NAME#afsnit-…`. */
export function prepareReader() {
  const wanted = new URLSearchParams(location.search).get("dokument");
  const place = location.hash.slice(1);
  if (!wanted && !/^(passage|afsnit)-/.test(place)) return;
  const wait = new MutationObserver(() => {
    if (!reader()) return;
    wait.disconnect();
    if (wanted) reader().dataset.wanted = wanted;
    openPassage(decodeURIComponent(place), null);
  });
  wait.observe(document.body, { childList: true, subtree: true });
}

new MutationObserver((changes) => {
  if (changes.some((change) => change.target.closest?.("#fremhaevet"))) paintHighlights();
}).observe(document.documentElement, { childList: true, subtree: true });
