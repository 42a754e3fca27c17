// The Danish words that scripts show: the server puts them in the page as JSON.
let texts = null;

export function text(name) {
  if (texts === null) texts = JSON.parse(document.getElementById("tekster").textContent);
  return texts[name];
}
