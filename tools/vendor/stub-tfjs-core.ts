/**
 * Stands in for TF.js inside the tfjs-vis bundle. Tensors never leave the worker, so on the page tfjs-vis is given
 * arrays only; bundling TF.js a second time would add 750 kB (gz) for nothing.
 */
export class Tensor {}

function refuse(): never {
  throw new Error("tfjs-vis on the page takes arrays, not tensors: TF.js runs in the worker");
}

export {
  refuse as dispose,
  refuse as fill,
  refuse as math,
  refuse as maximum,
  refuse as scalar,
  refuse as tidy,
};
