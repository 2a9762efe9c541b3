import {type ClaimRun, claim, everySeed, rangesOf, type Trial} from "../../lib/training/claim.js";
import type {amplification} from "./experiment.js";

type Run = ClaimRun<typeof amplification>;
type Name = "usual" | "cold" | "kept" | "brief" | "long";
type Shares = Readonly<Record<string, number>>;

/** Steps of a generation, and generations. */
const lengths: Readonly<Record<Name, readonly [steps: number, generations: number]>> = {
  usual: [300, 6],
  cold: [300, 3],
  kept: [300, 6],
  brief: [100, 1],
  long: [1000, 1],
};

export const shrinks = claim({
  says: "Where each generator learns from what the one before has made, the rare kind gets rarer, and faster on average where pictures are made of noise with less spread. With half of the real pictures kept more of it is left.",
  // Others than those that the settings were tried with.
  seeds: [8, 9, 10, 11, 12],
  runs: {
    usual: {},
    cold: {temperature: 0.85},
    kept: {kept: 50},
    brief: {generationSteps: lengths.brief[0]},
    long: {generationSteps: lengths.long[0]},
  },
  async measure(run: Run, name: Name) {
    const [steps, generations] = lengths[name];
    const shares: Record<string, number> = {};
    for (let g = 1; g <= generations; g++) {
      await run.to(g * steps);
      const {scalars, floors} = await run.measure();
      shares[`after${g}`] = scalars.minority!;
      shares.floorLow = floors.minority!.low;
    }
    return shares;
  },
  rule: "in each seed the share of the rare kind is below the floor of real pictures after the third generation and at most 10 % after the sixth, where it is at least two points higher with half of the real pictures kept; and on average the sixth generation makes at least five points more with real pictures kept, the third fewer with less spread",
  holds: (trials) =>
    everySeed<Name, Shares>(
      ({usual, kept}) =>
        usual.after3! < usual.floorLow! && usual.after6! <= 10 && kept.after6! >= usual.after6! + 2,
    )(trials) &&
    meanOf(trials, "kept", "after6") >= meanOf(trials, "usual", "after6") + 5 &&
    meanOf(trials, "cold", "after3") < meanOf(trials, "usual", "after3"),
  tells: (trials) =>
    Object.assign({}, ...(Object.keys(lengths) as Name[]).map((name) => rangesOf(trials, name))),
});

type Trials = readonly Trial<Name, Shares>[];

function meanOf(trials: Trials, name: Name, key: string): number {
  return trials.reduce((sum, {runs}) => sum + runs[name][key]!, 0) / trials.length;
}
