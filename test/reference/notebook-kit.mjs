/**
 * How Observable's Notebook Kit 2.1.8 reads the cells of notebook-kit.html, and what it shows of them. The course does not depend on it:
 *
 *     npm install --prefix /tmp/kit --ignore-scripts @observablehq/notebook-kit@2.1.8
 *     node test/reference/notebook-kit.mjs /tmp/kit > test/reference/notebook-kit.json
 */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {pathToFileURL} from "node:url";

const folder = `${process.argv[2]}/node_modules/`;
const {JSDOM} = createRequire(pathToFileURL(folder))("jsdom");
const {window} = new JSDOM("<main></main>");
const {document, DOMParser, Element, Text, Node, Event} = window;
Object.assign(globalThis, {window, document, DOMParser, Element, Text, Node, Event});
console.error = () => {}; // cells that fail are told there

const kit = pathToFileURL(`${folder}@observablehq/notebook-kit/dist/src/`).href;
const {deserialize, transpile} = await import(`${kit}index.js`);
const {NotebookRuntime} = await import(`${kit}runtime/index.js`);

/** @type {{readonly cells: readonly {id: number, mode: string, value: string}[]}} */
const {cells} = deserialize(readFileSync(new URL("notebook-kit.html", import.meta.url), "utf8"));
const runtime = new NotebookRuntime({});
const read = cells.map((cell) => {
  const {id, mode, value} = cell;
  const root = document.createElement("div");
  try {
    const {body, inputs, outputs, autodisplay} = transpile(cell);
    const state = {root, expanded: [], variables: []};
    // biome-ignore lint/security/noGlobalEval: it is what the package makes of the cells in the file beside this one
    const made = {id, body: globalThis.eval(body), inputs, outputs, autodisplay};
    if (mode !== "md") runtime.define(state, made);
    return {root, mode, value, inputs, outputs, autodisplay};
  } catch (error) {
    return {root, mode, value, refused: error instanceof Error ? error.name : "?"};
  }
});
await new Promise((resolve) => setTimeout(resolve, 1000));
const shown = read.map(({root, ...told}) => ({
  ...told,
  ...(told.mode !== "md" && {shown: Array.from(root.childNodes, (node) => node.textContent)}),
}));
console.log(JSON.stringify(shown, null, 1));
process.exit();
