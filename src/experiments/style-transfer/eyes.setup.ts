/** The networks that look at a run's pictures: the one whose features are followed, and a witness that no pixel follows. */
import {faces} from "../../lib/datasets/faces.js";
import {attributeNetwork, loadAttributeClassifier} from "../../lib/models/attribute-classifier.js";
import {initialise} from "../../lib/models/initial-weights.js";
import {loadKindClassifier} from "../../lib/models/kind-classifier.js";
import type {Random} from "../../lib/random.js";
import type * as tf from "../../lib/tf.js";
import {fileOf, type RunFiles} from "../shared/run-files.setup.js";

export interface Eyes {
  readonly followed: tf.Sequential;
  readonly witness: tf.Sequential;
}

/** The witness is the judge of emoji, or that of faces where the one of emoji is followed. Whoever asks disposes of both. */
export function eyes(
  network: "faces" | "emoji" | "untrained",
  files: RunFiles,
  random: Random,
): Eyes {
  if (network === "emoji") return {followed: emojiJudge(files), witness: facesJudge(files)};
  const followed = network === "faces" ? facesJudge(files) : untrained(random);
  return {followed, witness: emojiJudge(files)};
}

function facesJudge(files: RunFiles): tf.Sequential {
  return loadAttributeClassifier(faces.attributes, fileOf(files, "classifier-faces")).network;
}

function emojiJudge(files: RunFiles): tf.Sequential {
  return loadKindClassifier(fileOf(files, "classifier-emoji")).network;
}

/** Built like the judge of faces; its kernels are noise. */
function untrained(random: Random): tf.Sequential {
  const network = attributeNetwork(faces.attributes);
  initialise(network, random, "he");
  return network;
}
