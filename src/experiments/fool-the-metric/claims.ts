import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {type foolTheMetric, type PanelMeasure, panelMeasures} from "./experiment.js";

type Run = ClaimRun<typeof foolTheMetric>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const steps = 200;
/** Pixels. */
const shifts = [1, 2, 3] as const;

type Measures = Readonly<Record<PanelMeasure, number>>;

/** All numbers of the panel, and the ends of the bands: `inceptionFloorHigh`. */
function panelOf(measurement: Pick<Measurement, "scalars" | "floors">) {
  const bands = panelMeasures.flatMap((name) => {
    const {low, high} = measurement.floors[name]!;
    return [
      [`${name}FloorLow`, low],
      [`${name}FloorHigh`, high],
    ];
  });
  return {...numbersOf(measurement, ...panelMeasures), ...Object.fromEntries(bands)} as Measures &
    Readonly<Record<`${PanelMeasure}Floor${"Low" | "High"}`, number>>;
}

type Panel = ReturnType<typeof panelOf>;

/** The bands are the same whatever the seed. */
function bandsOf(panel: Panel): Record<string, number> {
  return Object.fromEntries(Object.entries(panel).filter(([name]) => name.includes("Floor")));
}

export const climbs = claim({
  says: "Pictures of noise climb past real ones in whichever score is attacked, and are rubbish to a witness that was not.",
  seeds: startAndFour,
  runs: {
    inception: {attack: "inception"},
    certainty: {attack: "certainty"},
    frechet: {attack: "frechet"},
  },
  async measure(run: Run) {
    await run.to(steps);
    return panelOf(await run.measure());
  },
  rule: "after 200 steps the attacked score is better than the band of real pictures; the witness's Inception Score is below half of its band, its distance at least five times the upper end of its, and its coverage below a third of its",
  holds: everySeed(
    (runs) =>
      runs.inception.inception > runs.inception.inceptionFloorHigh &&
      runs.certainty.certainty > runs.certainty.certaintyFloorHigh &&
      runs.frechet.frechet < runs.frechet.frechetFloorLow &&
      Object.values(runs).every(
        (found) =>
          found.witnessInception < found.witnessInceptionFloorLow / 2 &&
          found.witnessFrechet > 5 * found.witnessFrechetFloorHigh &&
          found.coverage < found.coverageFloorLow / 3,
      ),
  ),
  tells: (trials) => ({
    steps,
    ...bandsOf(trials[0]!.runs.inception),
    ...rangesOf(trials, "inception", panelMeasures),
    ...rangesOf(trials, "certainty", panelMeasures),
    ...rangesOf(trials, "frechet", panelMeasures),
  }),
});

export const realOnesClimb = claim({
  says: "Real pictures that climb the Inception Score are taken for the digits that they were dealt, and hardly change.",
  seeds: [7],
  runs: {climbed: {start: "real"}},
  async measure(run: Run) {
    await run.to(steps);
    return panelOf(await run.measure());
  },
  rule: "the Inception Score is above its band, judge and witness agree on less than a third, and the distance in pixels stays within a tenth of its band",
  holds: everySeed(
    ({climbed}) =>
      climbed.inception > climbed.inceptionFloorHigh &&
      climbed.agreement < 33 &&
      climbed.nearest < 1.1 * climbed.nearestFloorHigh,
  ),
});

export const onePerClass = claim({
  says: "One perfect digit of each class, again and again, gets a better Inception Score than real pictures from both classifiers; distance and coverage are not fooled.",
  seeds: [7],
  runs: {repeated: {start: "onePerClass"}},
  measure: async (run: Run) => panelOf(await run.measure()),
  rule: "both Inception Scores are above their bands, precision is at least in its, the distance is above five times its band and coverage below a third of its",
  holds: everySeed(
    ({repeated}) =>
      repeated.inception > repeated.inceptionFloorHigh &&
      repeated.witnessInception > repeated.witnessInceptionFloorHigh &&
      repeated.precision >= repeated.precisionFloorLow &&
      repeated.frechet > 5 * repeated.frechetFloorHigh &&
      repeated.coverage < repeated.coverageFloorLow / 3,
  ),
});

export const shifted = claim({
  says: "Real pictures moved by two pixels are as good as ever for the Inception Score, and too far away for the distance.",
  seeds: [7],
  runs: {moved: {start: "real"}},
  async measure(run: Run) {
    const found: Record<string, number> = {...panelOf(await run.measure())};
    for (const shift of shifts) {
      run.sample({shift});
      const moved = panelOf(await run.measure());
      for (const name of panelMeasures) found[`${name}By${shift}`] = moved[name];
    }
    return found;
  },
  rule: "unmoved they lie in the bands of both; by two pixels the Inception Score still does and the distance is above its band",
  holds: everySeed(
    ({moved}) =>
      isIn(moved, "inception", moved.inception!) &&
      isIn(moved, "frechet", moved.frechet!) &&
      isIn(moved, "inception", moved.inceptionBy2!) &&
      moved.frechetBy2! > moved.frechetFloorHigh!,
  ),
});

function isIn(found: Readonly<Record<string, number>>, name: PanelMeasure, value: number) {
  return value >= found[`${name}FloorLow`]! && value <= found[`${name}FloorHigh`]!;
}

export const recorded: RecordedClaim = {
  says: "The recorded run gets a better Inception Score than real pictures, and the witness sees next to nothing in it.",
  tells: ({measurements}) => panelOf(measurements.at(-1)!),
  rule: "the judge's score is above its band, the witness's below half of its",
  holds: (told) =>
    Number(told.inception) > Number(told.inceptionFloorHigh) &&
    Number(told.witnessInception) < Number(told.witnessInceptionFloorLow) / 2,
};
