// Make an answer one of HR's own cases: open the tab for them, and let the server fill the form.
import { text } from "./text.js";

const PATIENCE = 10_000; // Gradio draws a tab's content when the tab is first opened

/** Resolve with the first element that fits, once it is on the page; reject when it never is. */
function appear(selector) {
  return new Promise((resolve, reject) => {
    const find = () => document.querySelector(selector);
    if (find()) {
      resolve(find());
      return;
    }
    const observer = new MutationObserver(() => {
      if (!find()) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(find());
    });
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(selector));
    }, PATIENCE);
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Open the tab `id`; where there is no room, it stands in a menu, under its name alone. */
async function openTab(id, name) {
  const inMenu = () =>
    [...document.querySelectorAll(".overflow-dropdown > button")].find(
      (button) => button.textContent.trim() === text(name),
    );
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const found = document.getElementById(`${id}-button`) ?? inMenu();
    if (found) {
      found.click();
      return;
    }
    await wait(100);
  }
}

/** Write into a field of Gradio's, which empties it once when it begins to listen. */
async function write(selector, value) {
  const field = await appear(selector);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (field.value !== value) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (attempt > 1) {
      return;
    }
    await wait(100);
  }
}

/** Fill the form for a case from the answer that `button` stands in: its id is `proeve-TOKEN`. */
export async function makeCase(button) {
  const token = button.id.replace(/^proeve-/, "");
  await openTab("kvalitet", "quality_tab");
  await openTab("proever", "cases_tab");
  await write("#proeve-token textarea", token);
  (await appear("#proeve-udfyld")).click();
  const question = await appear("#proeve-spoergsmaal textarea");
  question.scrollIntoView({ block: "center" });
  question.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button.til-proeve");
  if (!button || event.defaultPrevented) return;
  event.preventDefault();
  makeCase(button).catch(() => {});
});
