/**
 * What is wrong with a GAN, by rules on what its run has measured. Nothing else goes in: neither its settings nor a look at its samples.
 *
 *   checkerboard   energy at the stride's frequency above 0.006, a mean over the last half of the measurements
 *   vanished       the judge's lead above 0.9 and the generator's gradient below 0.05
 *   over-strong    the judge's lead above 0.85 and the generator's gradient above 1
 *   collapse       spread below 0.35 of the data's, and the judge's lead below 0.5
 *   oscillation    swing of the centre above 4 spreads of the data
 *
 * Lead: mean of D(real) - D(generated) over the last quarter of the steps; the gradient's length is a mean over them too. Spread: the
 * median over the last half of the measurements. Swing: root mean square distance of the centre from its mean over them. Thresholds lie
 * between what ill and cured runs of `gan-clinic` measured (bench/SWEEPS.md); they are no constants of nature.
 */
export interface RunNumbers {
  /** Index i is step i + 1. */
  readonly curves: Readonly<Record<string, ArrayLike<number>>>;
  readonly measurements: readonly {readonly scalars: Readonly<Record<string, number>>}[];
}

export const thresholds = {
  checkerboard: 0.006,
  vanishedLead: 0.9,
  vanishedGradient: 0.05,
  strongLead: 0.85,
  strongGradient: 1,
  spread: 0.35,
  collapseLead: 0.5,
  swing: 4,
} as const;

/** Signs that the rules read off a run; `undefined` where it was not measured, as spread is not on pictures. */
export interface Signs {
  readonly lead: number;
  readonly generatorGradient: number;
  readonly spread: number | undefined;
  readonly swing: number | undefined;
  readonly checkerboard: number | undefined;
}

export const diseases = [
  "collapse",
  "vanished",
  "over-strong",
  "oscillation",
  "checkerboard",
] as const;
export type Disease = (typeof diseases)[number];
export type Diagnosis = Disease | "healthy";

/** Fewest steps and measurements from which anything is concluded. */
export const fewestSteps = 80;
const fewestMeasurements = 6;

/** The signs of a run; `undefined` while it is too short. */
export function signsOf({curves, measurements}: RunNumbers): Signs | undefined {
  const {realScore = [], fakeScore = [], generatorGradient = []} = curves;
  if (realScore.length < fewestSteps || measurements.length < fewestMeasurements) return undefined;
  const late = measurements.slice(-Math.ceil(measurements.length / 2));
  const lateOf = (name: string) => late.flatMap(({scalars}) => scalars[name] ?? []);
  const [xs, ys] = [lateOf("centreX"), lateOf("centreY")];
  return {
    lead: lateMean(realScore) - lateMean(fakeScore),
    generatorGradient: lateMean(generatorGradient),
    spread: median(lateOf("spread")),
    swing: xs.length > 0 ? Math.sqrt(variance(xs) + variance(ys)) : undefined,
    checkerboard: mean(lateOf("checkerboard")),
  };
}

/** Which rules hold. */
export function rulesOf(signs: Signs): Readonly<Record<Disease, boolean>> {
  const {lead, generatorGradient, spread = 1, swing = 0, checkerboard = 0} = signs;
  return {
    collapse: spread < thresholds.spread && lead < thresholds.collapseLead,
    vanished: lead > thresholds.vanishedLead && generatorGradient < thresholds.vanishedGradient,
    "over-strong": lead > thresholds.strongLead && generatorGradient > thresholds.strongGradient,
    oscillation: swing > thresholds.swing,
    checkerboard: checkerboard > thresholds.checkerboard,
  };
}

/** Where several rules hold, the stricter first: a judge is sure now and then of a generator that swings past it, too. */
const order: readonly Disease[] = [
  "checkerboard",
  "vanished",
  "collapse",
  "oscillation",
  "over-strong",
];

export function diagnosisOf(signs: Signs): Diagnosis {
  const rules = rulesOf(signs);
  return order.find((disease) => rules[disease]) ?? "healthy";
}

function lateMean(values: ArrayLike<number>): number {
  const from = Math.floor((3 * values.length) / 4);
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i]!;
  return sum / (values.length - from);
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function mean(values: readonly number[]): number | undefined {
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : undefined;
}

function variance(values: readonly number[]): number {
  const middle = mean(values) ?? 0;
  return mean(values.map((value) => (value - middle) ** 2)) ?? 0;
}
