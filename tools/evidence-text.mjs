/**
 * Numbers in Markdown that are kept as evidence, put in when the site is built, so that text and measurement cannot part:
 * `{evidence autoencoder.recorded gaps}` is what this claim tells by that name. A number that is not whole says how it is rounded,
 * `{evidence vae-faces.recorded agreement 0.0}`; `word` writes a small one out.
 */
import {existsSync, readFileSync} from "node:fs";
import {Plain, root} from "./project.mjs";

const tokens = /\{evidence\b([^}]*)\}/g;
const words = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** What a claim tells, by name. @typedef {Readonly<Record<string, number | string>>} Told */

/** @param {string} claim @returns {Told | undefined} */
function readTold(claim) {
  const file = `${root}data/evidence/${claim}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).tells : undefined;
}

/** Markdown with the numbers in it. Throws where one cannot be had, with the line.
 * @param {string} text @param {string} file where it stands @param {(claim: string) => Told | undefined} [told] */
export function withEvidence(text, file, told = readTold) {
  return text.replaceAll(tokens, (token, inside, offset) => {
    const [claim = "", name = "", rounding, ...rest] = inside.trim().split(/\s+/);
    const line = text.slice(0, offset).split("\n").length;
    const refuse = (/** @type {string} */ why) => new Plain(`${file}:${line}: ${token}: ${why}`);
    const all = told(claim);
    if (!all) throw refuse(`there is no evidence for ${claim}`);
    const value = Object.hasOwn(all, name) ? all[name] : undefined;
    if (value === undefined || rest.length > 0)
      throw refuse(`unknown number (one of ${Object.keys(all).join(", ")})`);
    const written = writtenAs(value, rounding);
    if (written === undefined)
      throw refuse(`${value} cannot be written so (end with 0, 0.0, 0.00 or word)`);
    return written;
  });
}

/** @param {number | string} value @param {string | undefined} rounding @returns {string | undefined} */
function writtenAs(value, rounding) {
  if (typeof value === "string") return rounding === undefined ? value : undefined;
  if (rounding === "word") return words[value];
  const [, decimals] = /^0(?:\.(0+))?$/.exec(rounding ?? "0") ?? [];
  const isKnown = rounding === undefined ? Number.isInteger(value) : /^0(\.0+)?$/.test(rounding);
  if (!isKnown) return undefined;
  const digits = decimals?.length ?? 0;
  const format = {minimumFractionDigits: digits, maximumFractionDigits: digits};
  return value.toLocaleString("en", format).replace("-", "−");
}

/** A markdown-it plugin for pages. `fileOf` is the file of the page that is being rendered, from the project's root; its front matter
 * never comes to markdown-it, but counts as lines.
 * @param {import("markdown-it").default} md @param {(path: string) => string} fileOf */
export function evidenceText(md, fileOf) {
  md.core.ruler.before("normalize", "evidence", (state) => {
    if (!state.src.includes("{evidence")) return;
    const file = fileOf(state.env.path);
    withEvidence(readFileSync(root + file, "utf8"), file);
    state.src = withEvidence(state.src, file);
  });
}
