// The document beside the conversation: opened at a passage, which is marked, with a way back.
import { copyText } from "./clipboard.js";
import { coverPage, isSheet } from "./cover.js";
import { watchFind } from "./find.js";
import { scrollToPlace } from "./scroll.js";
import { text } from "./text.js";

let opener = null;
let loading = { name: null, done: null };

const reader = () => document.getElementById("laeser");
const shownDocument = () => reader()?.querySelector(".dokument")?.dataset.navn ?? "";
const isOpen = () => document.body.classList.contains("laeser-aaben");

/** The place `id` of the document that is shown: an equal id elsewhere on the page is not ours. */
const findPlace = (id) => (id ? reader()?.querySelector(`[id="${CSS.escape(id)}"]`) : null);

/** Show the document called `name`, or some document; resolves when it stands on the page. */
function load(name = "") {
  if (shownDocument() && (!name || name === shownDocument())) return Promise.resolve();
  if (loading.name === name) return loading.done;
  const address = name ? `dokument/${encodeURIComponent(name)}` : "dokument";
  const done = fetch(`${address}?uddrag=1`, { credentials: "same-origin" })
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    })
    .then((html) => {
      if (loading.done !== done) return; // another was asked for since
      reader().innerHTML = html;
      reader().scrollTop = 0;
      paintHighlights();
    })
    .catch(() => {
      if (!shownDocument()) tellFailure();
    })
    .finally(() => {
      if (loading.done === done) loading = { name: null, done: null };
    });
  loading = { name, done };
  return done;
}

function tellFailure() {
  const told = document.createElement("p");
  told.setAttribute("role", "alert");
  told.textContent = text("reader_failed");
  reader().replaceChildren(told);
}

async function homeOf(id) {
  const answer = await fetch(`sted/${encodeURIComponent(id)}`, { credentials: "same-origin" });
  return answer.ok ? (await answer.json()).document : "";
}

function unmark() {
  for (const mark of reader().querySelectorAll("mark.citat")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
  for (const place of reader().querySelectorAll(".er-citeret")) place.classList.remove("er-citeret");
}

function mark(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) {
    if (node.parentElement.matches("tr")) continue; // only cells hold text
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
  nameTheWayBack();
  coverPage(true);
  if (isBeside() && (from || isSheet()) && !history.state?.laeser) history.pushState({ laeser: true }, "");
  await reach(id);
  unmark();
  const place = findPlace(id);
  if (!place) {
    document.getElementById("luk-laeser")?.focus();
    return;
  }
  if (id.startsWith("passage-")) mark(place);
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
  scrollToPlace(place);
}

/** Load the document that holds the element `id`. */
async function reach(id) {
  if (findPlace(id)) return;
  await load(reader().dataset.wanted);
  delete reader().dataset.wanted;
  if (!id || findPlace(id)) return;
  const name = await homeOf(id).catch(() => "");
  if (name) await load(name);
}

/** Say whether the document is opened and closed, and not the tab's own. */
const isBeside = () => document.body.dataset.fane !== "udforsk";

function nameTheWayBack() {
  const name = opener?.closest("#samtale") ? "back_to_answer" : opener?.closest("#udforsk") ? "back_to_list" : "close";
  document.getElementById("luk-laeser").textContent = text(name);
}

export function closeReader() {
  unmark();
  document.body.classList.remove("laeser-aaben");
  coverPage(false);
  const back = wayBack();
  back?.focus();
  back?.scrollIntoView({ block: "nearest" });
  opener = null;
  if (history.state?.laeser) history.back(); // where the browser's own way back leads
}

/** What opened the document, or its like where Gradio has drawn it anew, or where to go on. */
function wayBack() {
  const likes = opener?.hash
    ? document.querySelectorAll(`#samtale a[href="${CSS.escape(opener.hash)}"], #udforsk a[href="${CSS.escape(opener.hash)}"]`)
    : [];
  const places = [opener, ...likes, document.querySelector("#spoergsmaal textarea"), chosenTab()];
  return places.find((place) => place?.isConnected && place.checkVisibility());
}

/** Give the passages that a list names as highlighted their look. */
export function paintHighlights() {
  const pane = reader();
  if (!pane) return;
  for (const place of pane.querySelectorAll(".er-fremhaevet")) place.classList.remove("er-fremhaevet");
  for (const link of document.querySelectorAll(".fremhaevede a[href^='#passage-']"))
    findPlace(link.hash.slice(1))?.classList.add("er-fremhaevet");
}

function chosenTab() {
  const tabs = [...document.querySelectorAll("#faner [role=tab]")];
  return tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
}

/** Tell the style sheet which tab is open: the document has room of its own in the one to explore. */
export function showTab() {
  const name = (chosenTab()?.id || "").replace(/-button$/, "");
  if (!name || document.body.dataset.fane === name) return;
  document.body.dataset.fane = name;
  if (name === "udforsk" && reader()) load();
  coverPage(isOpen());
}

async function copyLink(link) {
  await copyText(new URL(link.getAttribute("href"), location.href).href);
  let told = link.parentElement.querySelector(".sagt");
  if (!told) {
    told = document.createElement("span");
    told.className = "sagt";
    told.setAttribute("role", "status");
    link.after(told);
  }
  told.textContent = "";
  requestAnimationFrame(() => (told.textContent = link.closest(".dokument").dataset.kopieret));
  setTimeout(() => told.remove(), 4000);
}

async function showOther(link) {
  await load(link.dataset.navn);
  const shown = reader().querySelector("h2");
  shown?.setAttribute("tabindex", "-1");
  shown?.focus();
}

function act(event) {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest?.("#laeser a.afsnit-link, #laeser a.andet-dokument, a.til-samtale");
  if (!link) return;
  event.preventDefault();
  if (link.matches(".afsnit-link")) copyLink(link);
  else if (link.matches(".til-samtale")) goAsk(new URL(link.href).searchParams.get("spoergsmaal"));
  else showOther(link);
}

/** Go to the conversation and ask. */
function goAsk(question) {
  document.getElementById("spoerg-button")?.click();
  const field = document.querySelector("#spoergsmaal textarea");
  field.value = question;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  setTimeout(() => document.querySelector("#spoergsmaal .submit-button")?.click(), 50); // once Gradio has read it
}

/** Open what a shared link names: `?dokument=NAME#afsnit-…`. */
function openShared() {
  const wanted = new URLSearchParams(location.search).get("dokument");
  const place = location.hash.slice(1);
  if (!wanted && !/^(passage|afsnit)-/.test(place)) return;
  whenDrawn(() => {
    if (wanted) reader().dataset.wanted = wanted;
    openPassage(place, null);
  });
}

/** Call `work` when Gradio has drawn the pane. */
function whenDrawn(work) {
  const isDrawn = () => reader() && document.getElementById("luk-laeser");
  if (isDrawn()) {
    work();
    return;
  }
  const wait = new MutationObserver(() => {
    if (!isDrawn()) return;
    wait.disconnect();
    work();
  });
  wait.observe(document.body, { childList: true, subtree: true });
}

/** Let the pane work, and open what a shared link names. */
export function prepareReader() {
  document.addEventListener("click", act);
  watchFind();
  whenDrawn(() => coverPage(isOpen()));
  openShared();
  addEventListener("popstate", () => {
    if (isOpen() && isBeside()) closeReader(); // the browser's own way back
  });
  new MutationObserver((changes) => {
    if (changes.some((change) => change.target.closest?.("#fremhaevet"))) paintHighlights();
  }).observe(document.body, { childList: true, subtree: true });
}
