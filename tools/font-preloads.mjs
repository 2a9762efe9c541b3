/**
 * The faces that a page is read in are fetched before all else, so that no line changes its place when they arrive: a browser that finds
 * them in a style sheet asks for them last, and a page of this course has some fifty modules to ask for first.
 */
import {openingFaces} from "./fonts.mjs";

/** Faces of formulas: KaTeX's classes, and the file that each is drawn in. Two are in nearly every formula. */
const formulaFaces = /** @type {const} */ ([
  [/class="katex"/, "KaTeX_Main-Regular"],
  [/class="katex"/, "KaTeX_Math-Italic"],
  [/ mathbf"/, "KaTeX_Main-Bold"],
  [/ mathcal"/, "KaTeX_Caligraphic-Regular"],
  [/ (?:mathbb|amsrm)"/, "KaTeX_AMS-Regular"],
  [/delimsizing size1"|op-symbol small-op"/, "KaTeX_Size1-Regular"],
  [/delimsizing size2"|op-symbol large-op"/, "KaTeX_Size2-Regular"],
  [/delimsizing size3"/, "KaTeX_Size3-Regular"],
  [/delimsizing size4"/, "KaTeX_Size4-Regular"],
]);

const emphasis = /** @type {const} */ ([[/<em>/, "source-serif-4-latin-400-italic"]]);

/** `html` with links that fetch its faces, before its first other link.
 * @param {string} html */
export function withFontPreloads(html) {
  const faces = [
    ...openingFaces.map((face) => fontLink(html, "fonts", face)),
    ...facesIn(html, emphasis).map((face) => fontLink(html, "fonts", face)),
    ...facesIn(html, formulaFaces).map((face) => fontLink(html, "katex", face)),
  ];
  return html.replace(/<link /, (first) => [...faces, first].join("\n"));
}

/** @param {string} html @param {readonly (readonly [RegExp, string])[]} all */
function facesIn(html, all) {
  return all.filter(([sign]) => sign.test(html)).map(([, face]) => face);
}

/** A face lies beside its style sheet. @param {string} html @param {string} sheet @param {string} face */
function fontLink(html, sheet, face) {
  const folder = new RegExp(`href="([^"]*/)${sheet}\\.[^"]*css"`).exec(html)?.[1];
  if (folder === undefined) throw new Error(`no style sheet ${sheet} in ${html.slice(0, 200)}`);
  return `<link rel="preload" as="font" type="font/woff2" crossorigin href="${folder}${face}.woff2">`;
}
