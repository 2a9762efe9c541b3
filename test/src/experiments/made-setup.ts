/** Setups as the tests beside experiments make them: small, by hand, without a session. */
import {dataFiles} from "../../../src/data/data-file.js";
import type {NamedArrays} from "../../../src/lib/array.js";
import type {ReaderFunction} from "../../../src/lib/driving/reader-function.js";
import {type Params, parseParams} from "../../../src/lib/params.js";
import {Random} from "../../../src/lib/random.js";
import type {Experiment} from "../../../src/lib/training/experiment.js";
import type {MakeSetup, Setup, SetupContext} from "../../../src/lib/training/setup.js";
import {train} from "../../../src/lib/training/train.js";

type Given = Readonly<Record<string, unknown>>;

/** Whatever is not as usual: the seed, default 1, the files that there are, default all, inputs and a reader's function, default none. */
interface Start {
  readonly seed?: number;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly inputs?: NamedArrays;
  readonly driven?: ReaderFunction;
}

/** Makes setups of `experiment`, with the params of `small` where no others are given. Their arrays have only names. */
export function setupMaker<E extends Experiment>(
  experiment: E,
  makeSetup: MakeSetup<E>,
  small: Given = {},
) {
  return async (given: Given = {}, start: Start = {}): Promise<Setup> => {
    const params = parseParams(experiment.params, {...small, ...given}) as Params;
    const {seed = 1, files = dataFiles(...experiment.files(params)), inputs = {}, driven} = start;
    const random = new Random(seed);
    const context: SetupContext = {params, random, files, inputs, ...(driven && {driven})};
    return (makeSetup as unknown as MakeSetup)(context);
  };
}

/** `setup` after so many steps. */
export async function trained(setup: Setup, steps: number, random = new Random(1)): Promise<Setup> {
  const {model, batches} = setup;
  for await (const _ of train({model, batches, random, step: 0}, {steps}));
  return setup;
}
