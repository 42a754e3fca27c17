// Copying text, on pages with https and without.
export async function copyText(value) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(value);
  const field = document.createElement("textarea"); // pages without https have no clipboard
  field.value = value;
  field.className = "kun-skaermlaeser";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  return undefined;
}
