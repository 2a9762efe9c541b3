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

function check(name: string, {filterSize, strides, pad}: Attributes): void {
  if (typeof pad !== "number") return;
  const [height, width] = sidesOf(filterSize);
  const [down, across] = sidesOf(strides);
  tf.util.assert(
    height === width && down === across,
    () =>
      `unsupported pad of ${name}: ${pad} for windows of ${height},${width} at strides ${down},${across} (a number only for ` +
      `square windows and steps; otherwise [[0, 0], [top, bottom], [left, right], [0, 0]])`,
  );
}

function sidesOf(sides: [number, number] | number): [number, number] {
  return typeof sides === "number" ? [sides, sides] : sides;
}
