// What Gradio's elements lack for people who use a screen reader or a keyboard, in Danish.
import { followConversation } from "./conversation.js";
import { text } from "./text.js";

const NAMES = [
  ["#samtale [role=log]", "conversation"],
  ["#samtale .icon-button-wrapper button", "clear"],
  ["#samtale [data-testid=user]", "you_said"],
  ["#samtale [data-testid=bot]", "assistant_said"],
  ["[data-testid=toast-close]", "close"],
  [".tab-wrapper .overflow-menu > button", "more_tabs"],
  ["#samtale button.scroll-down-button, #samtale .scroll-down-button-container button", "to_end"],
];

function name(element, words) {
  if (element.getAttribute("aria-label") !== words) element.setAttribute("aria-label", words);
  if (element.title && element.title !== words) element.title = words;
}

function mend() {
  for (const [selector, key] of NAMES)
    for (const element of document.querySelectorAll(selector)) name(element, text(key));
  for (const message of document.querySelectorAll("#samtale [data-testid=user], #samtale [data-testid=bot]"))
    if (message.getAttribute("role") !== "group") message.setAttribute("role", "group");
  for (const group of document.querySelectorAll(".gradio-container .wrap:has(> label > input[type=radio])")) {
    const inputs = group.querySelectorAll("input[type=radio]");
    for (const input of inputs) // arrow keys move within one name, and Gradio gives each its own
      if (input.name !== inputs[0].name) input.name = inputs[0].name;
    const title = group.parentElement.querySelector("[data-testid=block-info]");
    if (!title || group.getAttribute("role")) continue;
    group.setAttribute("role", "radiogroup");
    name(group, title.textContent.trim());
  }
  for (const region of document.querySelectorAll(".levende"))
    if (!region.ariaLive) region.ariaLive = "polite"; // what changes in it is read aloud
  for (const toast of document.querySelectorAll(".toast-header[role=button]")) {
    toast.removeAttribute("role"); // its button would be nested in another
    toast.removeAttribute("tabindex");
    const title = toast.querySelector(".toast-title");
    if (title.firstChild?.data?.trim() === "Error") title.firstChild.data = text("failed");
  }
  const log = document.querySelector("#samtale [role=log]");
  if (log && log.tabIndex !== 0) log.tabIndex = 0; // a region that scrolls must be reached by keyboard
}

export function watchAccess() {
  document.documentElement.lang = "da";
  let waits = false;
  new MutationObserver(() => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      mend();
      followConversation();
    });
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["aria-label", "title"],
  });
  mend();
}
