/**
 * Gradients in one kernel where the back end has it. TF.js looks a gradient up by the name of its operation, whatever the
 * back end; a gradient made here runs `kernel` where that is registered, and TF.js's own composition everywhere else. The
 * composition is also used while a gradient of the gradient is being recorded, since each of its parts has one.
 */
import * as tf from "@tensorflow/tfjs-core";

/** By the name of the input: what makes the gradient with respect to it. */
export type Gradients = Record<string, () => tf.Tensor>;

export interface FusedGradient {
  /** TF.js's name of the operation whose gradient this is. */
  readonly operation: string;
  /** The kernel that computes it. */
  readonly kernel: string;
  readonly inputsToSave?: readonly string[];
  readonly outputsToSave?: readonly boolean[];
  /** Whether the kernel knows this case. Left out, it knows all. */
  fits?(saved: tf.Tensor[]): boolean;
  /** The gradient by that kernel. */
  fused(dy: tf.Tensor, saved: tf.Tensor[], attrs: tf.NamedAttrMap): Gradients;
  /** The same as a composition of differentiable operations. Left out, TF.js's own is used, which must save the same. */
  composed?(dy: tf.Tensor, saved: tf.Tensor[], attrs: tf.NamedAttrMap): Gradients;
}

/** Puts the gradient in TF.js's register. Calling it again is harmless. */
export function registerFusedGradient(gradient: FusedGradient): void {
  const {operation, kernel, fused, inputsToSave, outputsToSave} = gradient;
  const stock = tf.getGradient(operation) as tf.GradConfig | undefined;
  if (stock && ours.has(stock)) return;
  const composed = gradient.composed ?? stock?.gradFunc;
  if (!composed) throw new Error(`missing gradient: ${operation}`);
  const config: tf.GradConfig = {
    kernelName: operation,
    ...(inputsToSave ? {inputsToSave: [...inputsToSave]} : {}),
    ...(outputsToSave ? {outputsToSave: [...outputsToSave]} : {}),
    gradFunc: (dy, saved, attrs) => {
      const use = canUse(kernel) && (gradient.fits?.(saved) ?? true) ? fused : composed;
      return use(dy as tf.Tensor, saved, attrs);
    },
  };
  ours.add(config);
  tf.registerGradient(config);
}

const ours = new WeakSet<tf.GradConfig>();

function canUse(kernel: string): boolean {
  return tf.engine().state.gradientDepth === 0 && tf.getKernel(kernel, tf.getBackend()) != null;
}

/**
 * Whether the back end has the kernel `name` of an operation whose gradient is a kernel, too. Where a gradient of the gradient will be asked for,
 * its parts are wanted, which have one.
 */
export function hasKernel(name: string): boolean {
  return tf.engine().state.gradientDepth < 2 && tf.getKernel(name, tf.getBackend()) != null;
}

/** Runs a kernel that no operation of TF.js has in front of it. */
export function runKernel(
  name: string,
  inputs: tf.NamedTensorMap,
  attrs: tf.NamedAttrMap = {},
): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attrs) as tf.Tensor;
}

/** The same for one with several outputs. */
export function runKernels(
  name: string,
  inputs: tf.NamedTensorMap,
  attrs: tf.NamedAttrMap = {},
): tf.Tensor[] {
  return tf.engine().runKernel(name, inputs, attrs) as tf.Tensor[];
}
