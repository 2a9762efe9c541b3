/** The programs of the notebook: texts that the page hands to the sandboxed place where cells run, which can fetch nothing. */
import {root} from "./project.mjs";
import {nodeStubs, oneThread} from "./worker-bundle.mjs";

/** TF.js of a program that another one brings: there must be one for all cells.
 * @type {import("esbuild").Plugin} */
const tensorsOfCells = {
  name: "tensors-of-cells",
  setup(build) {
    const namespace = "tensors-of-cells";
    build.onResolve({filter: /^@tensorflow\//}, ({path}) => ({path, namespace}));
    build.onLoad({filter: /.*/, namespace}, () => ({
      contents: "module.exports = courseTensors.tf",
    }));
  },
};

/** The engine of cells, and what it asks for by a name of its own. */
const programs = [
  {file: "notebook-worker", globalName: undefined},
  {file: "tensors-worker", globalName: "courseTensors"},
  {file: "experiments-worker", globalName: "courseExperiments", own: [tensorsOfCells]},
  {file: "d3-worker", globalName: "courseD3"},
];

/** There is no WebGPU where cells run, so its kernels stay out.
 * @type {import("esbuild").Plugin} */
const noWebGpu = {
  name: "no-webgpu",
  setup(build) {
    const namespace = "no-webgpu";
    build.onResolve({filter: /^\.\/webgpu\/index\.js$/}, ({path}) => ({path, namespace}));
    build.onLoad({filter: /.*/, namespace}, () => ({
      contents: "export const submitLessOften = () => {}; export const webgpuKernels = [];",
    }));
  },
};

/** @param {import("esbuild").BuildOptions} options @returns {import("esbuild").BuildOptions[]} */
export function notebookBundles(options) {
  return programs.map(({file, globalName, own = []}) => ({
    ...options,
    entryPoints: [`${root}src/notebook/${file}.ts`],
    format: "iife",
    ...(globalName && {globalName}),
    outExtension: {".js": ".txt"},
    define: {...options.define, "import.meta.url": '""'},
    plugins: [...own, nodeStubs, oneThread, noWebGpu],
  }));
}
