// A page of its own to print: the browser's dialogue opens at once, and by the button again.
document.getElementById("udskriv").addEventListener("click", () => window.print());
window.addEventListener("load", () => window.print());
