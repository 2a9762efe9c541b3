import {type ClaimRun, claim, numbersOf} from "../../lib/training/claim.js";
import {drawnOfPair, type prompt} from "./experiment.js";
import {heldOutPairs} from "./held-out-pairs.js";

type Run = ClaimRun<typeof prompt>;

/** By what the text calls them. */
const guidances = {untold: 0, plain: 1, guided: 3, strong: 6} as const;

type Guidance = keyof typeof guidances;

const names = ["agreement", "kind", "colour"] as const;

export const composition = claim({
  says: "Of pairs of kind and colour that they were never shown, the trained weights get kind and colour of most, with guidance.",
  seeds: [7, 1, 2, 3, 4],
  runs: {trained: {}},
  async measure(run: Run) {
    const found: Record<string, number> = {};
    for (const [name, guidance] of Object.entries(guidances)) {
      run.sample({guidance});
      const measurement = await run.measure();
      const {low, high} = measurement.floors.kind!;
      for (const [each, value] of Object.entries(numbersOf(measurement, ...names)))
        found[`${name}.${each}`] = value;
      Object.assign(found, {judgeLow: low, judgeHigh: high});
    }
    return found;
  },
  rule: "over all five seeds, with a guidance of 3 kind and colour are both as asked in at least 60 of 100 pictures, more often than with 1 and than untold",
  holds: (trials) => {
    const mean = meanOf(trials.map(({runs}) => runs.trained));
    const both = (name: Guidance) => mean(`${name}.agreement`);
    return (
      both("guided") >= 60 && both("guided") > both("plain") && both("guided") > both("untold")
    );
  },
  tells: (trials) => {
    const found = trials.map(({runs}) => runs.trained);
    const mean = meanOf(found);
    const all = Object.keys(found[0]!);
    const guided = found.map((each) => each["guided.agreement"]!);
    return {
      ...Object.fromEntries(all.map((name) => [name, mean(name)])),
      guidedLow: Math.min(...guided),
      guidedHigh: Math.max(...guided),
      pairs: heldOutPairs.length,
      pictures: heldOutPairs.length * drawnOfPair * trials.length,
    };
  },
});

function meanOf(found: readonly Readonly<Record<string, number>>[]) {
  return (name: string) => found.reduce((sum, each) => sum + each[name]!, 0) / found.length;
}
