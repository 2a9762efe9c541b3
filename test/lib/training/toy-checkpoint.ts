import type {Checkpoint} from "../../../lib/training/protocol.js";

/** A checkpoint of `bytes` bytes of weights, for tests of what keeps and packs them. */
export function toyCheckpoint(step: number, bytes = 16): Checkpoint {
  return {
    experiment: "toy",
    step,
    params: {seed: 1, learningRate: 0.1},
    random: [1, 2, 3, 4],
    batches: {random: [5, 6, 7, 8], position: step % 7},
    arrays: {weights: {data: new Float32Array(bytes / 4).fill(step), shape: [bytes / 4]}},
  };
}
