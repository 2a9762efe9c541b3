import {type ClaimRun, claim, everySeed} from "../../lib/training/claim.js";
import type {Measurement} from "../../lib/training/protocol.js";
import type {PatientName, TreatmentName} from "./clinic-patients.js";
import type {ganClinic} from "./experiment.js";
import {type Disease, diagnosisOf, signsOf} from "./gan-diagnosis.js";

type Run = ClaimRun<typeof ganClinic>;

const seeds = [1, 2, 3, 4, 5];

export const oscillation = claim(illness("oscillation", "a", "noise", 160));
export const collapse = claim(illness("collapse", "c", "keepUp", 220));
export const checkerboard = claim(illness("checkerboard", "d", "resize", 220));
export const vanished = claim(illness("vanished", "e", "nonSaturating", 120));
export const overStrong = claim(illness("over-strong", "f", "noise", 200));

export const healthy = claim({
  says: "Patient B has nothing.",
  seeds,
  runs: {ill: {case: "b"}},
  measure: (run: Run) => examined(run, 160),
  rule: "all five are healthy",
  holds: everySeed(({ill}) => ill.diagnosis === "healthy"),
});

/**
 * Whose disease it is, what cures it, and the steps after which both show.
 * @__NO_SIDE_EFFECTS__
 */
function illness(disease: Disease, patient: PatientName, treatment: TreatmentName, steps: number) {
  return {
    says: `Patient ${patient.toUpperCase()} has ${disease}, and ${treatment} cures it.`,
    seeds,
    runs: {ill: {case: patient}, cured: {case: patient, treatment}},
    measure: (run: Run) => examined(run, steps),
    rule: "five of five are ill, and five of five are cured, with a smaller divergence where there is one",
    holds: everySeed<"ill" | "cured", Awaited<ReturnType<typeof examined>>>(
      ({ill, cured}) =>
        ill.diagnosis === disease &&
        cured.diagnosis === "healthy" &&
        (cured.divergence < ill.divergence || patient === "d"),
    ),
  };
}

/** What the clinic's rules find, and the least divergence of the last measurements; 0 where it is not measured. */
async function examined(run: Run, steps: number) {
  const measurements: Measurement[] = [];
  for (let step = run.measureSteps; step <= steps; step += run.measureSteps) {
    await run.to(step);
    measurements.push(await run.measure());
  }
  await run.to(steps);
  const diagnosis = diagnosisOf(signsOf({curves: run.curves, measurements})!);
  const late = measurements.slice(-8).map(({scalars}) => scalars.divergence ?? 0);
  return {diagnosis, divergence: Math.min(...late)};
}
