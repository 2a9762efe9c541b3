/** Runs guarded cases on wasm and on TF.js's cpu back end, and says which of them differ or break a guard. */
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "../../../lib/tf.js";
import type {Case} from "./guarded-case.js";
import {type CaseName, caseText, drawCase} from "./guarded-cases.js";
import type {Input} from "./guarded-draw.js";
import type {Guards} from "./guarded-memory.js";

/** As a share of the largest value of a result (of 1 at least), or of each value itself where a case is strict. */
export const tolerance = 3e-5;
const strictTolerance = 3e-4;

interface Values {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: ArrayLike<number>;
}

type Outcome = {readonly results: readonly Values[]} | {readonly error: string};

export interface Report {
  readonly failures: readonly string[];
  /** How many cases gave results on both back ends; both refused the others. */
  readonly computed: number;
}

/** The back end is wasm afterwards. */
export async function runCases(names: readonly CaseName[], guards: Guards): Promise<Report> {
  const cases = names.map(drawCase);
  await tf.setBackend("wasm");
  const ours = cases.map((one, i) => {
    guards.splitsScratch = names[i]!.number % 4 !== 0;
    return {outcome: outcomeOf(one, one.compute), broken: guards.takeBroken()};
  });
  await tf.setBackend("cpu");
  const failures: string[] = [];
  let computed = 0;
  for (const [i, one] of cases.entries()) {
    const reference = outcomeOf(one, one.reference ?? one.compute);
    if ("results" in reference && "results" in ours[i]!.outcome) computed++;
    const found = [...ours[i]!.broken, ...differences(ours[i]!.outcome, reference, one)];
    if (found.length > 0) failures.push(`${caseText(names[i]!, one)}\n    ${found.join("\n    ")}`);
  }
  await tf.setBackend("wasm");
  return {failures, computed};
}

function outcomeOf({inputs}: Case, compute: Case["compute"]): Outcome {
  tf.engine().startScope();
  try {
    return {results: compute(...inputs.map(tensorOf)).map(valuesOf)};
  } catch (error) {
    return {error: String(error)};
  } finally {
    tf.engine().endScope();
  }
}

function tensorOf({shape, dtype, values}: Input): tf.Tensor {
  const typed = dtype === "float32" ? Float32Array.from(values) : Int32Array.from(values);
  return tf.tensor(dtype === "bool" ? Uint8Array.from(values) : typed, [...shape], dtype);
}

function valuesOf(tensor: tf.Tensor): Values {
  const {shape, dtype} = tensor;
  // TF.js's cpu back end makes tensors with negative sides where a window does not fit.
  tf.util.assertNonNegativeIntegerDimensions(shape);
  return {shape, dtype, values: tensor.dataSync()};
}

function differences(ours: Outcome, reference: Outcome, one: Case): string[] {
  if ("error" in reference) {
    if ("error" in ours) return [];
    return [`computed, where TF.js throws ${reference.error.slice(0, 200)}`];
  }
  if ("error" in ours) return [`threw, where TF.js computes: ${ours.error.slice(0, 300)}`];
  return reference.results.flatMap((right, i) => difference(i, ours.results[i]!, right, one));
}

function difference(i: number, ours: Values, right: Values, one: Case): string[] {
  const {isStrict = false, scale = 1} = one;
  if (`${ours.shape}` !== `${right.shape}` || ours.dtype !== right.dtype)
    return [`result ${i} is ${ours.dtype} [${ours.shape}], not ${right.dtype} [${right.shape}]`];
  const finite = Array.from(right.values).filter(Number.isFinite);
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), scale);
  for (let j = 0; j < right.values.length; j++) {
    const [a, b] = [ours.values[j]!, right.values[j]!];
    if (Object.is(a, b) || a === b) continue;
    const most = isStrict ? strictTolerance * Math.max(1, Math.abs(b)) : tolerance * largest;
    if (!(Math.abs(a - b) <= most))
      return [`result ${i}: value ${j} is ${a}, not ${b} (largest ${largest})`];
  }
  return [];
}
