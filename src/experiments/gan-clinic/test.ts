import {beforeAll, describe, expect, test} from "vitest";
import {train} from "../../../lib/training/train.js";
import {startWasm} from "../../../test/wasm.js";
import {startRun} from "../../../tools/runs/start-run.js";
import * as tf from "../../lib/tf.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {type PatientName, patients, type TreatmentName, treated} from "./clinic-patients.js";
import {ganClinic} from "./experiment.js";
import {type Diagnosis, diagnosisOf, signsOf} from "./gan-diagnosis.js";

beforeAll(startWasm);

type Measured = Omit<Measurement, "step">;

/** The clinic's own run, for as many steps as the disease needs to show. */
async function runOf(patient: PatientName, treatment: TreatmentName, seed: number, steps: number) {
  const {setup, run} = await startRun("gan-clinic", {case: patient, treatment, seed});
  const curves: Record<string, number[]> = {};
  const measurements: Measured[] = [];
  for await (const {step, scalars} of train(run, {steps})) {
    for (const [name, value] of Object.entries(scalars)) {
      curves[name] ??= [];
      curves[name].push(value);
    }
    if (step % setup.cadence.measureSteps === 0) measurements.push(await setup.measure());
  }
  const picture = await setup.picture({}, {});
  setup.dispose();
  const signs = signsOf({curves, measurements})!;
  return {signs, diagnosis: diagnosisOf(signs), measurements, picture};
}

/** The chapter's diseases: whose they are, what cures them, and the steps after which both hold. */
const cases: readonly (readonly [Diagnosis, PatientName, TreatmentName, number])[] = [
  ["oscillation", "a", "noise", 160],
  ["collapse", "c", "keepUp", 220],
  ["checkerboard", "d", "resize", 220],
  ["vanished", "e", "nonSaturating", 120],
  ["over-strong", "f", "noise", 200],
];
const seeds = [1, 2, 3, 4, 5];

describe.each(cases)("%s, patient %s", (disease, patient, cure, steps) => {
  test.each(seeds)(
    `seed %i is ill, and cured by ${cure}`,
    async (seed) => {
      const ill = await runOf(patient, "none", seed, steps);
      expect(ill.diagnosis).toBe(disease);
      const cured = await runOf(patient, cure, seed, steps);
      expect(cured.diagnosis).toBe("healthy");
      const divergence = ({measurements}: typeof ill) =>
        Math.min(...measurements.slice(-8).map(({scalars}) => scalars.divergence ?? 0));
      if (patient !== "d") expect(divergence(cured)).toBeLessThan(divergence(ill));
      for (const {scalars, floors} of cured.measurements)
        expect(Object.keys(floors)).toEqual(Object.keys(scalars));
    },
    300_000,
  );
});

test.each(seeds)(
  "patient b, seed %i, has nothing",
  async (seed) => {
    expect((await runOf("b", "none", seed, 160)).diagnosis).toBe("healthy");
  },
  300_000,
);

test("the real pictures have far less checkerboard energy than the rule asks for", async () => {
  const {measurements} = await runOf("d", "none", 1, 80);
  expect(measurements[0]!.floors.checkerboard!.high).toBeLessThan(0.0004);
});

test("every patient and treatment that the form offers is known", () => {
  expect(Object.keys(ganClinic.params.case.options)).toEqual(Object.keys(patients));
  for (const patient of Object.keys(patients) as PatientName[])
    for (const treatment of Object.keys(ganClinic.params.treatment.options) as TreatmentName[])
      expect(treated(patient, treatment).kind).toBe(patients[patient].kind);
  expect(treated("f", "slowerJudge")).toEqual({
    ...patients.f,
    discriminatorSteps: 1,
    discriminatorRate: 0.05,
  });
  expect(treated("a", "resize")).toEqual(patients.a);
});

test("pictures, measurements and probes leave no tensor behind", async () => {
  for (const patient of ["a", "d"]) {
    const {setup} = await startRun("gan-clinic", {case: patient, seed: 1});
    await setup.picture({}, {});
    const before = tf.memory().numTensors;
    const picture = await setup.picture({}, {});
    expect(await setup.picture({}, {})).toEqual(picture);
    await setup.measure();
    for (const network of ["generator", "discriminator"]) setup.probe(network).dispose();
    expect(tf.memory().numTensors).toBe(before);
    setup.dispose();
  }
});

test("patients end in their own kind of picture", async () => {
  const points = await startRun("gan-clinic", {case: "e", seed: 1});
  const plane = await points.setup.picture({}, {});
  expect(Object.keys(plane).sort()).toEqual(["field", "generated", "gradients", "real", "warp"]);
  const {data} = plane.generated!;
  expect(data.every((value) => value > 1.5)).toBe(true);
  points.setup.dispose();
  const pictures = await startRun("gan-clinic", {case: "d", seed: 1});
  expect((await pictures.setup.picture({}, {})).samples!.shape).toEqual([40, 16, 16, 1]);
  pictures.setup.dispose();
});
