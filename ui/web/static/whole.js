// A document on a page of its own: find words in it, print it.
import { watchFind } from "./find.js";

watchFind();
document.getElementById("udskriv").addEventListener("click", () => window.print());
