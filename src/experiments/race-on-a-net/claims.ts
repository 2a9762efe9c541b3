import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import type {raceOnANet} from "./experiment.js";
import {type RacerName, racerNames} from "./racers.js";

type Run = ClaimRun<typeof raceOnANet>;
type Name = `${RacerName}Test` | `${RacerName}Averaged`;

const steps = 600;
const names = racerNames.flatMap((name): Name[] => [`${name}Test`, `${name}Averaged`]);

/** All test losses in the end, and how much of the paths of two networks lies in their planes, in per cent. */
async function ends(run: Run) {
  await run.to(steps);
  const losses = numbersOf(await run.measure(), ...names);
  const [momentum, adam] = [await plane(run, "momentum"), await plane(run, "adam")];
  return {...losses, ...prefixed("momentum", momentum), ...prefixed("adam", adam)};
}

async function plane(run: Run, name: RacerName) {
  const place = {data: Float32Array.of(racerNames.indexOf(name)), shape: [1]};
  const {shares, heights, own} = await run.ask("land", {racer: place});
  const [across, up] = [shares.data[0]!, shares.data[1]!].map((share) => 100 * share);
  const centre = heights.data[(heights.data.length - 1) / 2]!;
  return {Across: across!, Up: up!, Both: across! + up!, Off: Math.abs(centre - own.data[0]!)};
}

function prefixed(prefix: string, found: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [prefix + key, value]));
}

type Found = Record<string, number>;

const gain = (found: Found, name: RacerName) => found[`${name}Test`]! - found[`${name}Averaged`]!;

export const fiveSeeds = claim({
  says: "At rates that stay, the average of the weights has a lower test loss than the weights themselves; with a cosine it gains next to nothing. Two directions hold nearly all of a path, and the land about it has the run’s own loss at its centre.",
  seeds: [7, 1, 2, 3, 4],
  runs: {constant: {}, cosine: {schedule: "cosine"}},
  measure: (run: Run): Promise<Found> => ends(run),
  rule: "at rates that stay, each of the four averages has a lower test loss than its weights; with a cosine the mean gain is below a third of that; in either plane lie more than 80 % of the path’s squared distances; the centre is off by 0",
  holds: everySeed(
    ({constant, cosine}) =>
      racerNames.every((name) => gain(constant, name) > 0) &&
      meanGain(cosine) < meanGain(constant) / 3 &&
      [constant, cosine].every(
        (found) =>
          found.momentumBoth! > 80 &&
          found.adamBoth! > 80 &&
          found.momentumOff === 0 &&
          found.adamOff === 0,
      ),
  ),
  tells: (trials) => ({...rangesOf(trials, "constant"), ...rangesOf(trials, "cosine")}),
});

function meanGain(found: Found): number {
  return racerNames.reduce((sum, name) => sum + gain(found, name), 0) / racerNames.length;
}
