import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesIn,
} from "../../lib/training/claim.js";
import type {structureAndChance} from "./experiment.js";

type Run = ClaimRun<typeof structureAndChance>;

const asTold = {temperature: 1, truncation: 4, guidance: 1} as const;
/** How digits are drawn, by what the text calls it. */
const shapings = {
  plain: asTold,
  cool: {...asTold, temperature: 0.6},
  cold: {...asTold, temperature: 0.3},
  hot: {...asTold, temperature: 1.3},
  cut: {...asTold, truncation: 1},
  guided: {...asTold, guidance: 2},
  strong: {...asTold, guidance: 4},
  both: {...asTold, guidance: 2, temperature: 1.25},
} as const;

type Shaped = keyof typeof shapings;
const measures = ["spread", "agreement", "trace"] as const;
/** Those that have a floor. */
const floored = ["spread", "agreement"] as const;
type Drawn = `${Shaped}.${(typeof measures)[number]}`;
type Found = Readonly<Record<Drawn | `${(typeof floored)[number]}${"Low" | "High"}`, number>>;
const drawnNumbers = (Object.keys(shapings) as Shaped[]).flatMap((name) =>
  measures.map((each): Drawn => `${name}.${each}`),
);

async function shaped(run: Run): Promise<Found> {
  const found: Record<string, number> = {};
  for (const [name, shaping] of Object.entries(shapings)) {
    run.sample(shaping);
    const measurement = await run.measure();
    for (const [each, value] of Object.entries(numbersOf(measurement, ...measures)))
      found[`${name}.${each}`] = value;
    for (const each of floored)
      Object.assign(found, {
        [`${each}Low`]: measurement.floors[each]!.low,
        [`${each}High`]: measurement.floors[each]!.high,
      });
  }
  return found as Found;
}

const rule =
  "variety is least at a temperature of 0.3, then 0.6, 1 and 1.3; more is as asked at 0.6 than at 1, and at 1 than at 1.3; a truncation of 1 has less variety and more as asked than none; a guidance of 2 has more as asked than told alone, and more variety than a temperature of 0.6; with a temperature of 1.25 beside it both numbers are above those of told alone; two digits from the same noise are nearer than from two";

function isTraded(found: Found): boolean {
  const spread = (name: Shaped) => found[`${name}.spread`];
  const asked = (name: Shaped) => found[`${name}.agreement`];
  return (
    isRising([spread("cold"), spread("cool"), spread("plain"), spread("hot")]) &&
    isRising([asked("hot"), asked("plain"), asked("cool")]) &&
    isRising([spread("cut"), spread("plain"), spread("both")]) &&
    isRising([asked("plain"), asked("cut")]) &&
    isRising([asked("plain"), asked("guided")]) &&
    isRising([asked("plain"), asked("both")]) &&
    isRising([spread("cool"), spread("guided")]) &&
    Math.max(found["plain.trace"], found["guided.trace"]) < 100
  );
}

function isRising(values: readonly number[]): boolean {
  return values.slice(1).every((value, i) => value > values[i]!);
}

/** The least and the most of each; of the floors the outer ends. */
function told(found: readonly Found[]): Record<string, number> {
  const ends = floored.flatMap((each) => [
    [`${each}Low`, Math.min(...found.map((one) => one[`${each}Low`]))],
    [`${each}High`, Math.max(...found.map((one) => one[`${each}High`]))],
  ]);
  return {...rangesIn(found, drawnNumbers), ...Object.fromEntries(ends)};
}

export const trainedWeights = claim({
  says: "With the trained weights, quieter noise makes digits more recognisable and less varied, louder noise the opposite; guidance pays less variety for it.",
  seeds: [7],
  runs: {
    noise1: {hand: 1},
    noise2: {hand: 2},
    noise3: {hand: 3},
    noise4: {hand: 4},
    noise5: {hand: 5},
  },
  measure: shaped,
  rule: `for each of five noises: ${rule}`,
  holds: everySeed((runs) => Object.values(runs).every(isTraded)),
  tells: (trials) => told(trials.flatMap(({runs}) => Object.values(runs))),
});

export const recorded: RecordedClaim = {
  says: "The recorded run begins with weights that draw most digits as asked.",
  tells: ({measurements}) => numbersOf(measurements[0]!, ...measures),
  rule: "more than half are as asked from the start",
  holds: ({agreement}) => Number(agreement) > 50,
};
