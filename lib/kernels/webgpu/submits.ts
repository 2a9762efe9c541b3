/** How many dispatches TF.js gathers before it submits them. */
import * as tf from "@tensorflow/tfjs-core";

const flag = "WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE";

/** The parts of TF.js's environment in use; its register of the flags that exist is private. */
interface Flags extends Pick<tf.Environment, "getFlags" | "set"> {
  readonly flagRegistry: Readonly<Record<string, unknown>>;
}

/**
 * About twice TF.js's 15, so half the submits, while the device still starts early in a step. A value that the program has set stays,
 * and so does TF.js's once the program has computed on the device.
 */
export function submitLessOften(): void {
  const env = tf.env() as unknown as Flags;
  if (flag in env.flagRegistry && !(flag in env.getFlags())) env.set(flag, 32);
}
