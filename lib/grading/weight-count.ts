/**
 * Weights of a network whose hidden layers are listed in code, one `{width: 7, …}` after the other. A dense layer has a weight for each
 * of its inputs, and a bias, for each of its neurons:
 *
 *   Σ (n_{l-1} + 1) n_l
 */

/** Inputs and outputs of a network whose hidden layers are free. */
export interface NetworkEnds {
  readonly inputs: number;
  readonly outputs: number;
}

/** Weights of the dense network with these hidden widths. */
export function denseWeights(widths: readonly number[], {inputs, outputs}: NetworkEnds): number {
  const all = [inputs, ...widths, outputs];
  return all.slice(1).reduce((sum, width, i) => sum + (all[i]! + 1) * width, 0);
}

/** The widths that `code` lists; comments are left out. */
export function widthsIn(code: string): readonly number[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  return [...bare.matchAll(/\bwidth:\s*(\d+)/g)].map(([, width]) => Number(width));
}
