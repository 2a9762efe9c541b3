import type {LayersModelParts} from "../../lib/training/protocol.js";
import {strToU8, zipSync} from "../../vendor/fflate.js";

/** A network as `tf.loadLayersModel` reads it: `model.json` and `weights.bin` in one zip file. */
export function weightsZip({modelJson, weights}: LayersModelParts): Uint8Array {
  return zipSync({"model.json": strToU8(modelJson), "weights.bin": [weights, {level: 0}]});
}
