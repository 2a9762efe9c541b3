import type {LayersModelParts} from "../../lib/training/protocol.js";

/** A network as `tf.loadLayersModel` reads it: `model.json` and `weights.bin` in one zip file. */
export async function weightsZip({modelJson, weights}: LayersModelParts): Promise<Uint8Array> {
  const {strToU8, zipSync} = await import("../../vendor/fflate.js"); // not before someone saves
  return zipSync({"model.json": strToU8(modelJson), "weights.bin": [weights, {level: 0}]});
}
