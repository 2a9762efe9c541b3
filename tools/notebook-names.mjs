/** Names that the editor of a notebook offers, from the declarations of the modules that a cell may import and of what every cell has. */
import {readFileSync} from "node:fs";
import {declaredFunctions} from "./declared-functions.mjs";
import {root} from "./project.mjs";

/** @typedef {import("../src/editor/text-field.js").OfferedName} OfferedName */

/** What cells have without importing it, and "from-noise": the functions of a file, by the names they have there and in a cell.
 * @type {readonly (readonly [file: string, names: Readonly<Record<string, string>>])[]} */
const ofCourse = [
  ["src/notebook/displays.ts", {pictures: "pictures", curves: "curves", svg: "svg"}],
  ["lib/metrics/class-coverage.ts", {classCoverage: "classCoverage"}],
  ["lib/metrics/frechet-distance.ts", {frechetDistance: "frechetDistance"}],
  ["lib/kernels/optimisers/adam.ts", {adam: "adam"}],
  ["lib/kernels/optimisers/sgd.ts", {sgd: "sgd"}],
  ["lib/kernels/optimisers/momentum.ts", {momentum: "momentum"}],
  ["lib/kernels/optimisers/rmsprop.ts", {rmsprop: "rmsprop"}],
  ["lib/kernels/losses/sigmoid-cross-entropy.ts", {sigmoidCrossEntropy: "sigmoidCrossEntropy"}],
  ["lib/kernels/losses/softmax-cross-entropy.ts", {softmaxCrossEntropy: "softmaxCrossEntropy"}],
  ["lib/models/vae-networks.ts", {pictureVae: "vae"}],
];

/** What no declaration tells. @type {readonly OfferedName[]} */
const spoken = [
  {name: "display", detail: "(value)", info: "Shows a value in this cell, and gives it back."},
  {
    name: "view",
    detail: "(input)",
    info: "Shows an input, and gives its value whenever it changes.",
  },
  {
    name: "invalidation",
    info: "A promise that resolves when the cell is replaced: free its tensors then.",
  },
  {
    name: "digits",
    detail: "(): Promise<ImageDataset>",
    info: "The course's 10,000 handwritten digits.",
  },
];

const tensorflow = `${root}node_modules/@tensorflow/tfjs-core/dist/`;
const ofMemory = ["tidy", "dispose", "keep", "memory"];

/** The module `notebook-names.ts` of the vendor folder. */
export function notebookNamesModule() {
  const type =
    "readonly {readonly name: string; readonly detail?: string; readonly info?: string}[]";
  return `export const notebookNames: ${type} = ${JSON.stringify(notebookNames())};\n`;
}

/** @returns {OfferedName[]} */
export function notebookNames() {
  const course = ofCourse.flatMap(([file, names]) =>
    functionsOf(root + file).flatMap(({owner, name, ...told}) =>
      owner === undefined && names[name] ? [offered(names[name], told)] : [],
    ),
  );
  const inputs = partsOf(`${root}src/notebook/inputs.ts`, "Inputs").map(({name, ...told}) =>
    offered(`Inputs.${name}`, told),
  );
  return [...spoken, ...course, ...inputs, ...ofRandom(), ...ofTensors()];
}

/** The class, and its methods by the name that such a thing has in the course. */
function ofRandom() {
  return partsOf(`${root}lib/random.ts`, "Random").map(({name, ...told}) => {
    if (name === "constructor") return offered("Random", told);
    return offered(`${told.isStatic ? "Random" : "random"}.${name}`, told);
  });
}

function ofTensors() {
  const exported = readFileSync(`${tensorflow}ops/ops.d.ts`, "utf8");
  const operations = [...exported.matchAll(/export \{ (\w+) \} from '\.\/(\w+)'/g)].flatMap(
    ([, name = "", file]) =>
      functionsOf(`${tensorflow}ops/${file}.d.ts`)
        .filter((each) => each.name === name || each.name === `${name}_`)
        .slice(-1)
        .map((told) => offered(`tf.${name}`, told)),
  );
  const memory = functionsOf(`${tensorflow}globals.d.ts`)
    .filter(({name}) => ofMemory.includes(name))
    .map(({name, ...told}) => offered(`tf.${name}`, told));
  return [...operations, ...memory];
}

/** @param {string} path */
const functionsOf = (path) => declaredFunctions(readFileSync(path, "utf8"));

/** @param {string} path @param {string} owner */
const partsOf = (path, owner) => functionsOf(path).filter((each) => each.owner === owner);

/** @param {string} name @param {{readonly detail: string, readonly info: string | undefined}} told @returns {OfferedName} */
function offered(name, {detail, info}) {
  return {name, detail, ...(info !== undefined && {info})};
}
