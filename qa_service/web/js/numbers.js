/** Figures as tables print them, as numbers. */

const SPACES = /[\s\u00a0\u202f\u2009]/g;
const PRINTED = /^[-\u2212\u2013]?\d+(?:,\d+)?%?$/;

/**
 * The number that is printed, or null where none is: a dash, a blank, a pair such as "107/171". What is
 * missing is never zero.
 * @param {string} text such as "17 918 214", "9,58", "66,5%", "-10"
 * @returns {number | null}
 */
export function printedNumber(text) {
  const close = text.replace(SPACES, "");
  if (!PRINTED.test(close)) return null;
  return Number(
    close
      .replace("%", "")
      .replace(",", ".")
      .replace(/^[\u2212\u2013]/, "-"),
  );
}

/**
 * Steps for an axis: about `count` round values from at or below `low` to at or above `high`.
 * @returns {number[]}
 */
export function ticks(low, high, count = 4) {
  const reach = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(reach / count));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => reach / one <= count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, place) => rounded((first + place) * step));
}

/** Without the tail that binary fractions leave: 0.30000000000000004. */
const rounded = (value) => Number(value.toPrecision(12));
