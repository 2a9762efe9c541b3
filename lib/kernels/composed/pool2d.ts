/**
 * TF.js's own pooling, where its result has the right shape: with padding in one number it takes the width of windows and steps to be their height (4.22), and
 * its wasm back end reads beyond its memory.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";

interface Attributes {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
}

export const maxPool = refusing("MaxPool");
export const avgPool = refusing("AvgPool");

function refusing(name: string): Kernel {
  return {
    name,
    make: (stock) => (args) => {
      check(name, args.attrs as unknown as Attributes);
      return stock!(args);
    },
  };
}

/** Whether TF.js makes a result of the right shape of it. */
export function hasKnownPadding({filterSize, strides, pad}: Attributes): boolean {
  const [height, width] = sidesOf(filterSize);
  const [down, across] = sidesOf(strides);
  return typeof pad !== "number" || (height === width && down === across);
}

function check(name: string, attributes: Attributes): void {
  const {filterSize, strides, pad} = attributes;
  const [height, width] = sidesOf(filterSize);
  const [down, across] = sidesOf(strides);
  tf.util.assert(
    hasKnownPadding(attributes),
    () =>
      `unsupported pad of ${name}: ${pad} for windows of ${height},${width} at strides ${down},${across} (a number only for ` +
      `square windows and steps; otherwise [[0, 0], [top, bottom], [left, right], [0, 0]])`,
  );
}

function sidesOf(sides: [number, number] | number): [number, number] {
  return typeof sides === "number" ? [sides, sides] : sides;
}
