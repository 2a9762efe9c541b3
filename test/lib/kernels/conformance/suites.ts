/** TF.js's own specs: which there are and where. */
import {existsSync, readdirSync} from "node:fs";
import {root} from "../../../../tools/project.mjs";

export interface SpecSuite {
  readonly name: string;
  /** With a trailing slash. */
  readonly folder: string;
  readonly files: readonly string[];
  /** See Job. Most of the specs of layers are declared for the cpu back end, though nothing in them is bound to it. */
  readonly declaredFor: "cpu" | "the back end";
}

/** The specs that are in the package of core; only `files` of them, where given. */
export function coreSpecs(files?: readonly string[]): SpecSuite {
  const folder = `${root}node_modules/@tensorflow/tfjs-core/dist/`;
  const all = files ?? specFiles(folder, "_test.js");
  return {name: "core", folder, files: all, declaredFor: "the back end"};
}

/** The specs of layers in a checkout of TF.js's repository: the package has none. */
export function layersSpecs(checkout: string): SpecSuite {
  const folder = `${checkout}/tfjs-layers/src/`;
  if (!existsSync(folder))
    throw new Error(`no checkout of TF.js: ${checkout} (it has tfjs-layers/src)`);
  return {name: "layers", folder, files: specFiles(folder, "_test.ts"), declaredFor: "cpu"};
}

function specFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(ending))
    .sort();
}
