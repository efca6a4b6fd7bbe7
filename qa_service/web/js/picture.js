/** A drawing as a file: SVG or PNG, with its title above and its source below, on white. */

import { svgElement } from "./elements.js";

const LOOK = {
  ".chart-grid": { stroke: "#d5dce2" },
  ".chart-line": { stroke: "#0b5c8f", "stroke-width": 2.5, fill: "none" },
  ".chart-dot": { fill: "#0b5c8f" },
  ".chart-dot.uncertain": { fill: "#ffffff", stroke: "#0b5c8f", "stroke-width": 2 },
  ".chart-bar": { fill: "#8fb8d3" },
  ".chart-bar.total": { fill: "#7b8893" },
  ".chart-bar.chosen": { fill: "#0b5c8f" },
  ".chart-bar.uncertain": { "fill-opacity": 0.4, stroke: "#0b5c8f", "stroke-dasharray": "4 3" },
  text: {
    fill: "#182026",
    "font-family": "sans-serif",
    "font-size": 13,
    "paint-order": "stroke",
    stroke: "#ffffff",
    "stroke-width": 4,
  },
  ".chart-faint": { fill: "#52606b" },
  ".chart-strong": { "font-weight": "bold" },
};
const MARGIN = 24;
const LINE = 20;
const LETTER = 7.6;
const SHARPNESS = 2;

/** The drawing as a picture that needs no style sheet. @returns {SVGElement} */
export function picture(drawing, title, source) {
  const width = Number(drawing.getAttribute("width")) + 2 * MARGIN;
  const above = wrapped(title, (width - 2 * MARGIN) / LETTER);
  const below = wrapped(source, (width - 2 * MARGIN) / LETTER);
  const top = MARGIN + above.length * LINE + 8;
  const height = top + Number(drawing.getAttribute("height")) + below.length * LINE + MARGIN;
  const made = svgElement("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  made.append(
    svgElement("rect", { width, height, fill: "#ffffff" }),
    ...lines(above, MARGIN + 14, "chart-strong"),
    svgElement("g", { transform: `translate(${MARGIN} ${top})` }, [...drawing.cloneNode(true).childNodes]),
    ...lines(below, height - MARGIN - (below.length - 1) * LINE, "chart-faint"),
  );
  return dressed(made);
}

/** @returns {Blob} the picture as SVG */
export const asSvg = (made) =>
  new Blob([new XMLSerializer().serializeToString(made)], { type: "image/svg+xml" });

/** @returns {Promise<Blob>} the picture as PNG */
export async function asPng(made) {
  const address = URL.createObjectURL(asSvg(made));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await drawn(image, Number(made.getAttribute("width")), Number(made.getAttribute("height")));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Gives a file to the reader. */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function drawn(image, width, height) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * SHARPNESS, height: height * SHARPNESS });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function dressed(made) {
  for (const [selector, look] of Object.entries(LOOK)) {
    for (const each of made.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(look)) each.setAttribute(name, value);
    }
  }
  return made;
}

const lines = (texts, top, kind) =>
  texts.map((text, place) => svgElement("text", { class: kind, x: MARGIN, y: top + place * LINE }, text));

function wrapped(text, most) {
  const made = [];
  for (const part of text.split(" ")) {
    const longer = `${made.at(-1) ?? ""} ${part}`.trim();
    if (made.length && longer.length <= most) made[made.length - 1] = longer;
    else made.push(part);
  }
  return made;
}
