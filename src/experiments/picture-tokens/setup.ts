import {firstPictures, type Images, toFloats} from "../../lib/image.js";
import {codeSize, PictureTokens} from "../../lib/models/picture-tokens.js";
import {tokensOf, vectorsOf} from "../../lib/models/token-coder.js";
import {placeCount} from "../../lib/models/token-grid.js";
import {sequencesOf} from "../../lib/models/write-tokens.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {Remembered} from "../../lib/remembered.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {measuredCount, type pictureTokens} from "./experiment.js";
import {tokenPictures} from "./token-pictures.setup.js";
import {tokenQuality} from "./token-quality.setup.js";

/** Pictures whose codes the codebook begins with. */
const firstCount = 200;

/**
 * The worker's side of `picture-tokens`. What a picture of the run holds, its description says. The two networks that guess are told
 * the digit; encoder, decoder and codebook are not.
 */
export const makePictureTokens: MakeSetup<typeof pictureTokens> = async ({
  params,
  random,
  files,
}) => {
  const train = picturesIn(files, "digits");
  const test = picturesIn(files, "digits", "test");
  const images = toFloats(firstPictures(test.images, measuredCount));
  const labels = test.labels.slice(0, measuredCount);
  const classifier = classifierIn(files, "digits");
  const model = new PictureTokens(params, random.fork("weights"));
  const first = toFloats(firstPictures(train.images, firstCount));
  model.codebook.begin(await vectorsOf(model, first), random.fork("codebook"));
  const remembered = new Remembered<Uint8Array>();
  const tested = {
    model,
    images,
    labels,
    tokens: () => remembered.of(model.version, () => tokensOf(model, images)),
  };
  const pictures = tokenPictures(tested);
  const quality = tokenQuality(tested, classifier, test, random);
  const {batchSize} = params;
  let writing: Parameters<typeof pictures>[0] = params;
  return {
    ...trainedOn(model, labelledBatches(train, {batchSize, shift: 0}, random.fork("batches"))),
    sample(sampling) {
      writing = sampling;
    },
    snapshot: () => pictures(writing),
    measure: () => quality(writing),
    answers: {},
    probe: (network) => probeOf(network, model, {images, labels}),
    cadence: {measureSteps: 200, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

interface Labelled {
  readonly images: Images;
  readonly labels: Uint8Array;
}

/** Pictures for the encoder, entries in a row for the decoder, one-hot tokens for the codebook, and for the others sequences of tokens. */
function probeOf(
  network: string,
  {codebook}: PictureTokens,
  {images, labels}: Labelled,
): tf.Tensor {
  const [entries] = codebook.entries.shape;
  const tokens = Uint8Array.from({length: probeCount * placeCount}, (_, i) => i % entries);
  switch (network) {
    case "encoder":
      return pictureProbe(images);
    case "decoder":
      return tf.tidy(() => {
        const hot = tf.oneHot(tf.tensor1d(tokens, "int32"), entries, 1, 0, "float32");
        const codes = tf.matMul(hot as tf.Tensor2D, codebook.entries);
        return tf.reshape(codes, [probeCount, 7, 7, codeSize]);
      });
    case "codebook":
      return tf.tidy(() =>
        tf.oneHot(tf.range(0, probeCount, 1, "int32"), entries, 1, 0, "float32"),
      );
    default: {
      const known = new Uint8Array(tokens.length).fill(1);
      const draft = {labels: labels.subarray(0, probeCount), tokens, known};
      const shape = [probeCount, 1 + placeCount, 1, entries];
      return tf.tensor(sequencesOf(draft, entries), shape);
    }
  }
}
