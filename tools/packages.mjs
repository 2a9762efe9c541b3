/** The installed packages in their own words, for the about page and for the licence texts that go with the site. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {root} from "./project.mjs";

/** The packages that package.json names, in its order.
 * @returns {import("../src/about/software.js").PackageFacts[]} */
export function directPackages() {
  const {devDependencies = {}, dependencies = {}} = readJson(`${root}package.json`);
  return Object.keys({...dependencies, ...devDependencies}).map((name) =>
    packageFacts(`node_modules/${name}`),
  );
}

/** @param {string} folder of an installed package, relative to the project's root */
function packageFacts(folder) {
  const {name, version, license} = readJson(`${root}${folder}/package.json`);
  const licence = typeof license === "string" ? license : (license?.type ?? "see its text");
  return {name, version, licence, url: `https://www.npmjs.com/package/${name}`};
}

/**
 * The licence texts of all packages that are part of the site, as one text file: bundling strips their notices.
 * Packages with the same text share it.
 * @param {readonly string[]} inputs paths of bundled files, as in esbuild's metafile
 */
export function licenceTexts(inputs) {
  const folders = [...new Set([...inputs.flatMap(packageFolder), ...copied])].sort();
  const byText = /** @type {Map<string, Set<string>>} */ (new Map());
  for (const folder of folders) {
    const {name, version, licence} = packageFacts(folder);
    const text =
      licenceText(folder) ?? `${licence}. The package carries no licence text of its own.`;
    byText.set(text, (byText.get(text) ?? new Set()).add(`${name} ${version} (${licence})`));
  }
  return [...byText]
    .map(([text, names]) => `${[...names].join("\n")}\n\n${text}\n`)
    .join(`\n${rule}\n\n`);
}

const rule = "-".repeat(72);

/** Packages of which files are copied as they are, that are bundled as a text, or that Framework puts into every page. */
const copied = [
  "@fontsource/source-code-pro",
  "@fontsource/source-sans-3",
  "@fontsource/source-serif-4",
  "@jitl/quickjs-ffi-types",
  "@jitl/quickjs-ng-wasmfile-release-sync",
  "@observablehq/framework",
  "@observablehq/inspector",
  "@observablehq/runtime",
  "@tensorflow/tfjs-backend-wasm",
  "katex",
  "quickjs-emscripten-core",
].map((name) => `node_modules/${name}`);

/** The folder of the package that `path` belongs to; none for what was left out, `(disabled):…`. @param {string} path */
function packageFolder(path) {
  const folder = /^([^:]*node_modules\/(?:@[^/:]+\/)?[^/:]+)\//.exec(path)?.[1];
  return folder === undefined ? [] : [folder];
}

/** @param {string} folder */
function licenceText(folder) {
  const files = readdirSync(root + folder).filter((name) =>
    /^(licen[cs]e|copying|notice)/i.test(name),
  );
  const texts = files.map((name) => readFileSync(`${root}${folder}/${name}`, "utf8").trim());
  return texts.length > 0 ? texts.join("\n\n") : undefined;
}

/** @param {string} path */
function readJson(path) {
  if (!existsSync(path)) throw new Error(`missing file: ${path} (run npm ci)`);
  return JSON.parse(readFileSync(path, "utf8"));
}
