import {defaultParams} from "../../../../lib/params.js";
import type {Checkpoint} from "../../../../lib/training/protocol.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

/** A checkpoint of the plane's GAN with nothing in it. */
export function checkpointAt(step: number): Checkpoint {
  const random = [1, 2, 3, 4] as const;
  return {
    experiment: "gan-plane",
    step,
    params: defaultParams(ganPlane.params),
    random,
    batches: {random, position: 0},
    arrays: {},
  };
}
