import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesIn,
  type Trial,
} from "../../lib/training/claim.js";
import type {Measurement} from "../../lib/training/protocol.js";
import type {styleTransfer} from "./experiment.js";

type Run = ClaimRun<typeof styleTransfer>;

const steps = 200;
const side = 64;
const names = ["styleLeft", "witnessed", "contentLost"] as const;
type Name = (typeof names)[number];
type Found = Readonly<Record<Name | `${Name}Floor`, number>>;

/** All measures, and what the recoloured picture gets. */
function foundIn(measurement: Pick<Measurement, "scalars" | "floors">): Found {
  const floors = names.map((name) => [`${name}Floor`, measurement.floors[name]!.high]);
  return {...numbersOf(measurement, ...names), ...Object.fromEntries(floors)} as Found;
}

async function styled(run: Run): Promise<Found> {
  await run.to(steps);
  return foundIn(await run.measure());
}

/** "styleLeftLeast" and so on: over all runs and seeds. */
function ranges<Pair extends string>(trials: readonly Trial<Pair, Found>[]) {
  return rangesIn(trials.flatMap(({runs}) => Object.values<Found>(runs)));
}

function isNearer({styleLeft, styleLeftFloor, witnessed, witnessedFloor}: Found): boolean {
  return styleLeft < styleLeftFloor && witnessed < witnessedFloor;
}

/** What the runs of the first seed found, "catStrokes.witnessed". */
function foundOf<Pair extends string>([first]: readonly Trial<Pair, Found>[]) {
  return Object.fromEntries(
    Object.entries<Found>(first!.runs).flatMap(([pair, found]) =>
      Object.entries(found).map(([name, value]) => [`${pair}.${name}`, value]),
    ),
  );
}

export const fivePairs = claim({
  says: "A picture that follows the Gram matrices of a small network comes nearer to the style than one that is only recoloured, for a witness too, and loses more of its content.",
  seeds: [7],
  runs: {
    catStrokes: {side},
    catMosaic: {side, style: "mosaic"},
    cupDots: {side, content: "cup", style: "dots"},
    cupMosaic: {side, content: "cup", style: "mosaic"},
    butterflyStrokes: {side, content: "butterfly"},
  },
  measure: styled,
  rule: "for each of five pairs of pictures less is left of the distance to the style than in the recoloured picture, by the network that is followed and by the witness, and more content is lost",
  holds: everySeed((runs) =>
    Object.values<Found>(runs).every(
      (found) => isNearer(found) && found.contentLost > found.contentLostFloor,
    ),
  ),
  tells: (trials) => ({...ranges(trials), ...foundOf(trials)}),
});

export const untrained = claim({
  says: "A network that has learned nothing will do for strokes of a brush.",
  seeds: [7, 1, 2, 3, 4],
  runs: {catStrokes: {side, network: "untrained"}},
  measure: styled,
  rule: "with each of five networks of chance less is left of the distance to the style than in the recoloured picture, by the network that is followed and by the witness",
  holds: everySeed(({catStrokes}) => isNearer(catStrokes)),
  tells: ranges,
});

export const recorded: RecordedClaim = {
  says: "The recorded run ends nearer to the style than the recoloured picture, by both networks.",
  tells: ({measurements}) => ({...foundIn(measurements.at(-1)!)}),
  rule: "less is left of the distance to the style than in the recoloured picture",
  holds: (told) => isNearer(told as unknown as Found),
};
