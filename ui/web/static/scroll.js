// Bringing a place of the document into view.
const MARGIN = 64; // below the field for finding words

/** Scroll the pane alone where it scrolls by itself, so that the conversation stays where it is. */
export function scrollToPlace(place, behavior = "smooth") {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : behavior;
  const isPassage = place.id.startsWith("passage-");
  const pane = place.closest("#laeser");
  if (!pane || getComputedStyle(pane).overflowY !== "auto") {
    place.scrollIntoView({ block: isPassage ? "center" : "start", behavior: calm });
    return;
  }
  const box = place.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const room = isPassage ? Math.max((frame.height - box.height) / 2, MARGIN) : MARGIN;
  pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - room, behavior: calm });
}
