/** A table as files: links that work by themselves, and carry the key where one is needed. */

import { bytes, keyed } from "./api.js";
import { say } from "./aloud.js";
import { element } from "./elements.js";
import { Failure } from "./failure.js";
import { save } from "./picture.js";
import { problemLine } from "./problem.js";
import { word } from "./words.js";

const FORMATS = ["csv", "xlsx", "png"];

/** The links to a table's files; the picture marks the first of the marked places. @param {Set<string>} places */
export function files(table, edition, places) {
  const links = FORMATS.map((format) => link(table.number, format, edition, [...places][0] ?? ""));
  return element("p", { class: "row files" }, element("span", {}, word("table.files")), links);
}

function link(number, format, edition, place) {
  const [row, column] = place.split(".");
  const marked = format === "png" && row ? { row, ...(column ? { column } : {}) } : {};
  const href = `v1/tables/${number}?${new URLSearchParams({ format, language: edition, ...marked })}`;
  const name = `table-${number}.${format}`;
  const onclick = (event) => {
    if (!keyed()) return;
    event.preventDefault(); // A link carries no key.
    fetchFile(href, name);
  };
  return element("a", { class: "button small", href, download: name, onclick }, format.toUpperCase());
}

async function fetchFile(href, name) {
  try {
    save(await bytes(href), name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(problemLine(error));
  }
}
