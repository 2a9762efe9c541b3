import {beforeAll, expect, test} from "vitest";
import {startWasm} from "../../../test/wasm.js";
import {startRun} from "../../../tools/runs/start-run.js";
import * as tf from "../../lib/tf.js";
import {type PatientName, patients, type TreatmentName, treated} from "./clinic-patients.js";
import {ganClinic} from "./experiment.js";

beforeAll(startWasm);

test("the real pictures have far less checkerboard energy than the rule asks for", async () => {
  const {setup} = await startRun("gan-clinic", {case: "d", seed: 1});
  const {floors} = await setup.measure();
  setup.dispose();
  expect(floors.checkerboard!.high).toBeLessThan(0.0004);
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

test("pictures, measurements, each with a floor, and probes leave no tensor behind", async () => {
  for (const patient of ["a", "d"]) {
    const {setup} = await startRun("gan-clinic", {case: patient, seed: 1});
    await setup.snapshot();
    const before = tf.memory().numTensors;
    const picture = await setup.snapshot();
    expect(await setup.snapshot()).toEqual(picture);
    const {scalars, floors} = await setup.measure();
    expect(Object.keys(floors)).toEqual(Object.keys(scalars));
    for (const network of ["generator", "discriminator"]) tf.dispose(setup.probe(network));
    expect(tf.memory().numTensors).toBe(before);
    setup.dispose();
  }
});

test("patients end in their own kind of picture", async () => {
  const points = await startRun("gan-clinic", {case: "e", seed: 1});
  const plane = await points.setup.snapshot();
  expect(Object.keys(plane).sort()).toEqual(["field", "generated", "gradients", "real", "warp"]);
  const {data} = plane.generated!;
  expect(data.every((value) => value > 1.5)).toBe(true);
  points.setup.dispose();
  const pictures = await startRun("gan-clinic", {case: "d", seed: 1});
  expect((await pictures.setup.snapshot()).samples!.shape).toEqual([40, 16, 16, 1]);
  pictures.setup.dispose();
});
