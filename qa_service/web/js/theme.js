/** Light or dark: as the system has it, or as the reader chose. */

import { element, drawing } from "./elements.js";
import { recalled, remember } from "./memory.js";
import { word } from "./words.js";

const DRAWINGS = {
  auto: "M3 5h18v11H3zM8 20h8M12 16v4",
  light:
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
};
export const THEMES = Object.keys(DRAWINGS);

/** The switch of the theme; every choice is remembered. */
export function themeSwitch() {
  const chosen = current();
  const group = element("div", { class: "choices", role: "group", "aria-label": word("theme.label") });
  for (const theme of THEMES) group.append(choice(theme, theme === chosen, group));
  return group;
}

function choice(theme, pressed, group) {
  const name = word(`theme.${theme}`);
  const onclick = (event) => {
    change(theme);
    for (const each of group.children) each.setAttribute("aria-pressed", each === event.currentTarget);
  };
  const attributes = { type: "button", "aria-pressed": String(pressed), "aria-label": name, title: name };
  return element("button", { ...attributes, onclick }, drawing(DRAWINGS[theme]));
}

function change(theme) {
  remember("theme", theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  dispatchEvent(new Event("themechange"));
}

function current() {
  const kept = recalled("theme");
  return THEMES.includes(kept) ? kept : "auto";
}
