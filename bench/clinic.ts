/**
 * The signs of the clinic's patients, a line for each run: `npx tsx bench/clinic.ts a noise 1,2,3 250`. What was found with it is
 * in SWEEPS.md.
 */

import type {Measurement} from "../lib/training/protocol.js";
import {train} from "../lib/training/train.js";
import {diagnosisOf, signsOf} from "../src/experiments/gan-clinic/gan-diagnosis.js";
import {startRun} from "../tools/runs/start-run.js";

const [patient = "a", treatment = "none", seeds = "1", steps = "250"] = process.argv.slice(2);

for (const seed of seeds.split(",").map(Number)) {
  const {setup, run} = await startRun("gan-clinic", {case: patient, treatment, seed});
  const curves: Record<string, number[]> = {};
  const measurements: Omit<Measurement, "step">[] = [];
  const before = process.cpuUsage();
  for await (const {step, scalars} of train(run, {steps: Number(steps)})) {
    for (const [name, value] of Object.entries(scalars)) {
      curves[name] ??= [];
      curves[name].push(value);
    }
    if (step % setup.cadence.measureSteps === 0) measurements.push(await setup.measure());
  }
  const {user, system} = process.cpuUsage(before);
  const signs = signsOf({curves, measurements})!;
  const numbers = Object.entries(signs).map(([name, value]) => `${name} ${value?.toPrecision(3)}`);
  const divergence = measurements.at(-1)!.scalars.divergence?.toFixed(3) ?? "–";
  console.log(
    [patient, treatment, seed, diagnosisOf(signs), ...numbers, `divergence ${divergence}`].join(
      " | ",
    ),
    `${((user + system) / 1e6).toFixed(1)} s`,
  );
  setup.dispose();
}
