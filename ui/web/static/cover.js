// On a small screen the document covers the page: the rest then is out of reach for keyboard and voice.
const SMALL = matchMedia("(max-width: 900px)");

let out = [];

/** Say whether the document covers the page when it is open. */
export const isSheet = () => SMALL.matches && document.body.dataset.fane !== "udforsk";

/** Put the rest of the page out of reach if the open document covers it, or within reach again. */
export function coverPage(isOpen) {
  const covers = isOpen && isSheet();
  for (const element of out) element.inert = false;
  out = covers ? surroundings() : [];
  for (const element of out) element.inert = true;
  const pane = document.getElementById("laeser-indhold");
  if (!pane) return;
  pane.setAttribute("role", covers ? "dialog" : "region");
  pane.setAttribute("aria-label", pane.querySelector(".laeser-titel").textContent); // Gradio takes it away
  if (covers) pane.setAttribute("aria-modal", "true");
  else pane.removeAttribute("aria-modal");
}

function surroundings() {
  const found = [];
  let inside = document.getElementById("laeser-spalte");
  while (inside && inside !== document.body) {
    found.push(...[...inside.parentElement.children].filter((each) => each !== inside));
    inside = inside.parentElement;
  }
  return found.filter((each) => !each.inert && !each.matches("script, style, link"));
}

SMALL.addEventListener("change", () => coverPage(document.body.classList.contains("laeser-aaben")));
