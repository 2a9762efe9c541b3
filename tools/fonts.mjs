/**
 * The course's fonts and KaTeX's, with style sheets that name them: [path under src/vendor, contents].
 *
 * They are linked from each page's head, not imported by style.css: Framework's CSS bundler has no loader for fonts.
 * Framework gives the style sheets hashed names and does not see the files they name; `postbuild.mjs` copies those.
 */
import {readdirSync, readFileSync} from "node:fs";
import {root} from "./project.mjs";

/** Package and its style sheets: weight, or weight and style. Few, because each is some 20 kB. */
const faces = {
  "source-serif-4": ["400", "400-italic", "600"],
  "source-sans-3": ["400", "600"],
  "source-code-pro": ["400"],
};
/** What every page opens with: they are fetched early (font-preloads.mjs). */
export const openingFaces = [
  "source-serif-4-latin-400-normal",
  "source-serif-4-latin-600-normal",
  "source-sans-3-latin-400-normal",
  "source-sans-3-latin-600-normal",
];
const subsets = ["latin", "latin-ext"];
const modules = `${root}node_modules/`;

/** @returns {[string, Buffer][]} */
export function fontFiles() {
  return [...textFonts(), ...katexFonts()];
}

/** @returns {[string, Buffer][]} */
function textFonts() {
  const files = new Map();
  const rules = Object.entries(faces).flatMap(([name, sheets]) =>
    sheets.flatMap((sheet) => facesOf(name, sheet, files)),
  );
  return [["fonts/fonts.css", Buffer.from(`${rules.join("\n")}\n`)], ...files];
}

/** The `@font-face` rules of the wanted subsets, woff2 only; the files they name are added to `files`.
 * @param {string} name @param {string} sheet @param {Map<string, Buffer>} files */
function facesOf(name, sheet, files) {
  const folder = `${modules}@fontsource/${name}/`;
  const rules = readFileSync(`${folder}${sheet}.css`, "utf8").match(/@font-face \{[^}]*\}/g) ?? [];
  return rules.flatMap((rule) => {
    const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(rule)?.[1];
    const weight = sheet.split("-")[0];
    if (!file || !subsets.some((s) => file.startsWith(`${name}-${s}-${weight}`))) return [];
    files.set(`fonts/${file}`, readFileSync(`${folder}files/${file}`));
    return [rule.replace(/src:[^;]*;/, `src: url(./${file}) format("woff2");`)];
  });
}

/** @returns {[string, Buffer][]} */
function katexFonts() {
  const folder = `${modules}katex/dist/`;
  const css = readFileSync(`${folder}katex.min.css`, "utf8").replace(
    /src:url\(fonts\/([^)]+\.woff2)\)[^;}]*/g,
    'src:url(./$1) format("woff2")',
  );
  const fonts = readdirSync(`${folder}fonts`).filter((file) => file.endsWith(".woff2"));
  return [
    ["katex/katex.css", Buffer.from(css)],
    ...fonts.map(
      (file) =>
        /** @type {[string, Buffer]} */ ([`katex/${file}`, readFileSync(`${folder}fonts/${file}`)]),
    ),
  ];
}
