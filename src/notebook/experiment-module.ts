/** What a cell has of an experiment: the very modules that its page runs, not a copy. */
import {named} from "../lib/named.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {MakeSetup} from "../lib/training/setup.js";
import {loaders} from "../vendor/experiments/loaders.js";

export interface ExperimentModule {
  readonly experiment: Experiment;
  readonly makeSetup: MakeSetup;
  /** The bytes of data files, by name. */
  readFiles(names: readonly string[]): Promise<Readonly<Record<string, Uint8Array>>>;
}

/** Of the experiment called `id`; `readFile` gives the bytes of a data file. Rejects with a RangeError that lists the known ones. */
export async function experimentModule(
  id: string,
  readFile: (name: string) => Promise<Uint8Array>,
): Promise<ExperimentModule> {
  // To the compiler the library is one thing under `lib` and another under `src/lib`, the link that pages need.
  const {experiment, makeSetup} = await named("experiment", loaders, id)();
  return {
    experiment,
    makeSetup,
    async readFiles(names) {
      const read = names.map(async (name) => [name, await readFile(name)] as const);
      return Object.fromEntries(await Promise.all(read));
    },
  };
}
