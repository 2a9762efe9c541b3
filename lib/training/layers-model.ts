import * as tf from "../tf.js";
import type {LayersModelParts} from "./protocol.js";

/** `network` as the two files of a TF.js LayersModel, which stock `tf.loadLayersModel` opens. */
export async function layersModelParts(network: tf.LayersModel): Promise<LayersModelParts> {
  const artifacts = await saved(network);
  const {weightSpecs = [], weightData = [], ...model} = artifacts;
  return {
    modelJson: JSON.stringify({
      ...model,
      weightsManifest: [{paths: ["weights.bin"], weights: weightSpecs}],
    }),
    weights: new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)),
  };
}

async function saved(network: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let kept: tf.io.ModelArtifacts = {};
  const info = {modelArtifactsInfo: {dateSaved: new Date(0), modelTopologyType: "JSON" as const}};
  await network.save(
    tf.io.withSaveHandler(async (artifacts) => {
      kept = artifacts;
      return info;
    }),
  );
  return kept;
}
