/** Digits as the reader shapes their noise: all ten from each of the same noises. */
import {type ByteImages, pick, toBytes} from "../../lib/image.js";
import {classCount} from "../../lib/models/classifier.js";
import {startNoise} from "../../lib/models/flow/start-noise.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import {Random} from "../../lib/random.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {type Drawer, pictures} from "../shared/digit-flow/drawn-digits.setup.js";
import {columns, type structureParams} from "./structure-params.js";

export type Shaping = SamplingParams<typeof structureParams>;

export interface Drawn {
  /** Those that are counted: all digits from the first noise, then from the next, [10 n, 14, 14, 1]; and what each is asked to be. */
  readonly counted: ByteImages;
  readonly asked: readonly number[];
  /** What is shown: a row that is told nothing, then a row for each digit, a column for each of the first noises, [66, 14, 14, 1]. */
  readonly sheet: ByteImages;
}

const size = side * side;
/** Few steps, so that a sheet is there at once. */
const way = {sampler: "heun", steps: 5, eta: 0} as const;

/** The digit that each counted picture is asked to be, where there are so many noises. */
export function askedFor(noises: number): number[] {
  return Array.from({length: noises * classCount}, (_, i) => i % classCount);
}

export async function drawn(drawer: Drawer, shaping: Shaping): Promise<Drawn> {
  const {noises, hand, guidance} = shaping;
  const asked = askedFor(noises);
  const numbers = startNoise(noises * size, shaping, new Random(hand).fork("noise"));
  const labels = [...asked, ...new Array<undefined>(columns)];
  const start = new Float32Array(labels.length * size);
  for (const i of labels.keys()) {
    const noise = i < asked.length ? Math.floor(i / classCount) : i - asked.length;
    start.set(numbers.subarray(noise * size, (noise + 1) * size), i * size);
  }
  const beginning = {start, labels, chance: new Random(1)};
  const all = toBytes(await pictures(drawer, beginning, {...way, guidance}));
  return {
    asked,
    counted: pick(all, [...asked.keys()]),
    sheet: pick(all, shownOf(asked.length)),
  };
}

/** Where the pictures of the sheet stand behind so many that are counted, row by row. */
function shownOf(counted: number): number[] {
  return Array.from({length: (classCount + 1) * columns}, (_, i) => {
    const [row, noise] = [Math.floor(i / columns), i % columns];
    return row === 0 ? counted + noise : noise * classCount + row - 1;
  });
}
