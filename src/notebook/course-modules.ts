/** The modules that a cell may import: the course's library, TF.js with its kernels, and D3. There is no other. */
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {classCoverage} from "../lib/metrics/class-coverage.js";
import {frechetDistance} from "../lib/metrics/frechet-distance.js";
import {Random} from "../lib/random.js";
import {shownName} from "../lib/shown-value.js";
import type {Resource, ResourceName} from "./exchange.js";
import type {ExperimentModule} from "./experiment-module.js";

type Names = Readonly<Record<string, unknown>>;
type Need = (name: ResourceName) => Promise<Resource>;

export const moduleNames = ["from-noise", "@tensorflow/tfjs", "d3"] as const;
/** Before an experiment's id: the module of its own. */
const ofExperiment = "from-noise/";

/** Gives a module by its name, with at least those of its names, or all. Programs are fetched when they are asked for. */
export function courseModules(need: Need) {
  const tensors = once(async () => {
    const {script = "", bytes} = await need("tensors");
    const module = moduleIn(script, "courseTensors") as unknown as Tensors;
    await module.startTensors(bytes!);
    return module;
  });
  const d3 = once(async () => moduleIn((await need("d3")).script ?? "", "courseD3"));
  const experiments = once(async () => {
    const [{script = ""}, courseTensors] = await Promise.all([need("experiments"), tensors()]);
    return moduleIn(script, "courseExperiments", {courseTensors}) as unknown as Experiments;
  });
  const readFile = async (name: string) => new Uint8Array((await need(`file ${name}`)).bytes!);
  const plain: Names = {
    ...{Random, classCoverage, frechetDistance},
    digits: once(async () => imageDataset(digits, await readFile("digits-train"))),
  };
  const course = async (names: readonly string[] | undefined): Promise<Names> => {
    if (names?.every((name) => name in plain)) return plain;
    const {course} = await tensors();
    return {...plain, ...course};
  };
  return async (name: string, names?: readonly string[]): Promise<Names> => {
    const module = await find(name, names);
    for (const each of names ?? [])
      if (!(each in module))
        throw new SyntaxError(
          `${name} has no ${shownName(each)}${name === "from-noise" ? ` (${Object.keys(module).toSorted().join(", ")})` : ""}`,
        );
    return module;
  };

  async function find(name: string, names: readonly string[] | undefined): Promise<Names> {
    if (name === "from-noise") return course(names);
    if (name === "@tensorflow/tfjs") return {...(await tensors()).tf};
    if (name === "d3") return d3();
    if (name.startsWith(ofExperiment)) {
      const {experimentModule} = await experiments();
      return {...(await experimentModule(name.slice(ofExperiment.length), readFile))};
    }
    const all = [...moduleNames, `${ofExperiment}vae-digits and the like`].join(", ");
    throw new SyntaxError(`unknown module: ${shownName(name)} (one of ${all})`);
  }
}

interface Tensors {
  readonly tf: Names;
  /** The names of "from-noise" that need TF.js. */
  readonly course: Names;
  startTensors(wasm: ArrayBuffer): Promise<void>;
}

interface Experiments {
  experimentModule(id: string, readFile: ReadFile): Promise<ExperimentModule>;
}

type ReadFile = (name: string) => Promise<Uint8Array>;

/** What the program `script` calls `name`; it finds what is `given` under those names. */
function moduleIn(script: string, name: string, given: Names = {}): Names {
  const params = Object.keys(given).join(", ");
  // biome-ignore lint/security/noGlobalEval: a program of the course, in the cells' place, where nothing can be fetched
  const make = globalThis.eval(`((${params}) => {${script}\nreturn ${name};})`);
  return (make as (...values: unknown[]) => Names)(...Object.values(given));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
