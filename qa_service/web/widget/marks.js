/**
 * Builds elements from texts. Whatever the service says is put in as text, never as markup.
 * @param {string} name
 * @param {Record<string, string | null | undefined>} attributes those that are null are left out
 * @param {...(Node | string | null)} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * The pieces of a text, those within a span marked. The service counts by code point, strings by UTF-16 unit.
 * @param {string} text
 * @param {[number, number][]} spans
 */
function marked(text, spans) {
  const points = Array.from(text);
  const pieces = [];
  let place = 0;
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    if (end <= place) continue;
    const from = Math.max(start, place);
    pieces.push(points.slice(place, from).join(""), element("mark", {}, points.slice(from, end).join("")));
    place = end;
  }
  return [...pieces, points.slice(place).join("")];
}
