/** Formulas in Markdown, `$…$` and `$$…$$`, rendered by KaTeX when the site is built. */
import {katex} from "@mdit/plugin-katex";
import MarkdownIt from "markdown-it";
import {Plain} from "./project.mjs";

/** `\htmlClass{real}{x}` gives a term its colour; every other command that KaTeX distrusts stays refused.
 * @type {import("@mdit/plugin-katex").MarkdownItKatexOptions} */
const options = {
  throwOnError: true,
  trust: ({command}) => command === "\\htmlClass",
  logger: (code) => (code === "htmlExtension" ? "ignore" : "error"),
};

/**
 * Adds formulas to Framework's Markdown. KaTeX's rule comes before Framework's and would swallow the dollar of an inline
 * cell, `${…}`, or take two cells in a paragraph for a formula; so it never sees one.
 * @template {import("markdown-it").default} Md @param {Md} md @returns {Md}
 */
export function withFormulas(md) {
  const {ruler} = md.inline;
  const before = new Set(ruler.getRules(""));
  md.use(katex, options);
  const formula = ruler.getRules("").find((rule) => !before.has(rule));
  if (!formula) throw new Error("KaTeX's plugin has added no inline rule");
  ruler.at("math_inline_dollar", (state, silent) =>
    state.src.startsWith("${", state.pos) ? false : formula(state, silent),
  );
  return md;
}

const markdown = withFormulas(new MarkdownIt());

/** What a wrong formula leaves in the HTML, with KaTeX's complaint. */
export const wrongFormula = /class=["'](?:katex-block )?katex-error["'] title=["']([^"']*)/;

/** Markdown that is part of no page, as HTML. Throws where a formula is wrong.
 * @param {string} text @param {string} file where it stands */
export function htmlOf(text, file) {
  const html = markdown.render(text);
  const [, complaint] = wrongFormula.exec(html) ?? [];
  if (complaint !== undefined) throw new Plain(`${file}: wrong formula: ${complaint.trim()}`);
  return html;
}
