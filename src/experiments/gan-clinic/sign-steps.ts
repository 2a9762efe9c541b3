/** The steps that a run's signs are read off, in words: a sign is no number of the last step, as the figures' are. */
import {formatCount} from "../../controls/format.js";

interface Measured {
  readonly curves: Readonly<Record<string, ArrayLike<number>>>;
  readonly measurements: readonly {readonly step: number}[];
}

/**
 * "The judge's lead and the gradient are means over steps 226 to 300, all else is of the measurements from step 160 to 300."; `signsOf` of
 * gan-diagnosis.ts reads the last quarter of the steps and the last half of the measurements.
 */
export function signSteps({curves, measurements}: Measured): string {
  const last = curves.realScore?.length ?? 0;
  const late = measurements.slice(-Math.ceil(measurements.length / 2));
  const steps = range(Math.floor((3 * last) / 4) + 1, last);
  const measured = range(late[0]?.step ?? 0, late.at(-1)?.step ?? 0);
  return `The judge's lead and the gradient are means over steps ${steps}, all else is of the measurements from step ${measured}.`;
}

function range(from: number, to: number): string {
  return `${formatCount(from)} to ${formatCount(to)}`;
}
