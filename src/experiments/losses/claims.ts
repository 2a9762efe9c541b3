import {pictureLossNames} from "../../lib/models/picture-losses.js";
import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import type {losses} from "./experiment.js";

type Run = ClaimRun<typeof losses>;
type Found = Awaited<ReturnType<typeof compared>>;

const steps = 600;
const loss = ["Squared", "Absolute", "Levels", "Features"] as const;

/** "levelsByAbsolute": the network of levels, measured by absolute difference; and how many of each are read, in per cent. */
async function compared(run: Run) {
  await run.to(steps);
  const measured = await run.measure();
  const read = numbersOf(measured, "squaredRead", "absoluteRead", "levelsRead", "featuresRead");
  const {data} = measured.arrays.scores;
  const scores = pictureLossNames.flatMap((name, i) =>
    loss.map((by, k) => [`${name}By${by}`, data[4 * i + k]!] as const),
  );
  return {...read, ...Object.fromEntries(scores)} as Record<string, number>;
}

/** By absolute difference the median and the mode are nearly one: most pixels are black or white. */
const near = 1.06;

/** Whether the network that learned by a loss has the least of it; by absolute difference that of levels may be level with it. */
function isBestByOwn(found: Found): boolean {
  const by = (name: string, i: number) => found[`${name}By${loss[i]}`]!;
  return pictureLossNames.every((own, i) =>
    pictureLossNames.every((other) => {
      if (other === own) return true;
      const isMode = own === "absolute" && other === "levels";
      return isMode
        ? Math.max(by(own, i), by(other, i)) < near * Math.min(by(own, i), by(other, i))
        : by(own, i) < by(other, i);
    }),
  );
}

export const fiveSeeds = claim({
  says: "Of four networks that differ in their loss alone, each is best by its own loss; by absolute difference, that of levels is as good.",
  seeds: [7, 1, 2, 3, 4],
  runs: {usual: {}},
  measure: (run: Run) => compared(run),
  rule: "by each of the four losses, the network that learned by it has the least; by absolute difference, that and the one of levels are within 6 % of each other, and the two others have more",
  holds: everySeed(({usual}) => isBestByOwn(usual)),
  tells: (trials) => rangesOf(trials, "usual"),
});

export const otherRows = claim({
  says: "With nothing seen no loss draws a digit; with most of it seen all four nearly agree.",
  seeds: [7],
  runs: {nothing: {rows: 0}, most: {rows: 20}},
  measure: (run: Run) => compared(run),
  rule: "with nothing seen at most 20 % are read, by whatever loss; with 20 rows more than 80 %",
  holds: everySeed(({nothing, most}) =>
    pictureLossNames.every((name) => nothing[`${name}Read`]! <= 20 && most[`${name}Read`]! > 80),
  ),
});
