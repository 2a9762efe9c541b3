/** The few lines of YAML at the head of a lesson's page: a text, a text in double quotes, or a list in brackets a line. */
import {Plain} from "./project.mjs";

/** Splits a page's Markdown. Throws with the line that is none of these.
 * @param {string} markdown @param {string} file @returns {{fields: Record<string, string | string[]>, text: string}} */
export function splitFrontMatter(markdown, file) {
  const [whole, head] = /^---\n([\s\S]*?)^---\n/m.exec(markdown) ?? [];
  if (whole === undefined || head === undefined) throw new Plain(`${file}: has no front matter`);
  const fields = Object.fromEntries(
    head
      .trimEnd()
      .split("\n")
      .map((line) => readLine(line, file)),
  );
  return {fields, text: markdown.slice(whole.length)};
}

/** @param {string} line @param {string} file @returns {[name: string, value: string | string[]]} */
function readLine(line, file) {
  const [, name, value] = /^(\w+): *(\S.*?) *$/.exec(line) ?? [];
  if (name === undefined || value === undefined) return refuse(line, file);
  const [, items] = /^\[(.*)\]$/.exec(value) ?? [];
  if (items !== undefined) return [name, items.split(",").map((item) => item.trim())];
  if (value.startsWith('"')) return [name, JSON.parse(value)];
  return value.includes(": ") ? refuse(line, file) : [name, value];
}

/** @param {string} line @param {string} file @returns {never} */
function refuse(line, file) {
  const legal = 'name: text, name: "text: with a colon" or name: [one, two]';
  throw new Plain(`${file}: invalid front matter: ${line.slice(0, 80)} (${legal})`);
}
