/** The tokens of the arena: a code of 49 tokens, and a network that writes them one after the other. */
import type {Images} from "../../lib/image.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import {likelihood} from "../../lib/models/token-code.js";
import {gridSide, placeCount} from "../../lib/models/token-grid.js";
import {emptyDraft, sequencesOf, writeNext} from "../../lib/models/write-tokens.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {side} from "./contenders.js";
import type {MakeEntrant} from "./entrant.setup.js";
import {codeSize} from "./small-code-networks.setup.js";
import {SmallTokens} from "./small-tokens.setup.js";

/** Pictures that are worked on at once. */
const chunk = 256;
/** Of its steps the share for the code. */
const codeShare = 0.5;

export const tokensEntrant: MakeEntrant = async ({decaySteps, random, pictures}) => {
  const codeSteps = Math.max(1, Math.round(codeShare * decaySteps));
  const sizes = {entries: 32, channels: 8, width: 64, learningRate: 0.015};
  const model = new SmallTokens({...sizes, codeSteps, decaySteps: decaySteps - codeSteps}, random);
  model.codebook.begin(await vectorsOf(model, pictures), random.fork("codebook"));
  return {
    model,
    loss: ({loss}) => loss!,
    draw: (count, chance) => write(model, count, chance),
    probe: (network) => probeOf(network, model, pictures),
  };
};

/** The encoder's codes of `images` before they are quantised, [n · 49, D]. */
async function vectorsOf({networks}: SmallTokens, images: Images): Promise<Float32Array> {
  const [vectors] = await inChunks(images, {widths: [placeCount * codeSize], chunk}, (x) => [
    networks.encoder.predictOnBatch(x) as tf.Tensor,
  ]);
  return vectors!;
}

async function write(model: SmallTokens, count: number, chance: Random): Promise<Images> {
  const chances = Array.from({length: count}, (_, i) => chance.fork(`picture ${i}`));
  const draft = emptyDraft(new Uint8Array(count), chances);
  const {tokens} = await writeNext(model.networks.next, draft, {temperature: 1});
  const rows = {data: Float32Array.from(tokens), shape: [count, placeCount]};
  const [data] = await inChunks(rows, {widths: [side * side], chunk}, (some) => [
    likelihood.pictures(model.networks.decoder.predictOnBatch(codesOf(model, some)) as tf.Tensor),
  ]);
  return {data: data!, shape: [count, side, side, 1]};
}

/** The entries that `tokens` [n, 49] stand for, [n, 7, 7, D]. */
function codesOf({codebook}: SmallTokens, tokens: tf.Tensor): tf.Tensor {
  const flat = tf.cast(tf.reshape(tokens, [-1]), "int32");
  const hot = tf.oneHot(flat, codebook.entries.shape[0], 1, 0, "float32") as tf.Tensor2D;
  return tf.reshape(tf.matMul(hot, codebook.entries), [
    tokens.shape[0]!,
    gridSide,
    gridSide,
    codeSize,
  ]);
}

/** Pictures for the encoder, entries in a row for the decoder, one-hot tokens for the codebook and a sequence of them for the guesses. */
function probeOf(network: string, model: SmallTokens, pictures: Images): tf.Tensor {
  const [entries] = model.codebook.entries.shape;
  const tokens = Uint8Array.from({length: probeCount * placeCount}, (_, i) => i % entries);
  switch (network) {
    case "encoder":
      return pictureProbe(pictures);
    case "decoder":
      return tf.tidy(() => codesOf(model, tf.tensor2d(tokens, [probeCount, placeCount])));
    case "codebook":
      return tf.tidy(() =>
        tf.oneHot(tf.range(0, probeCount, 1, "int32"), entries, 1, 0, "float32"),
      );
    default: {
      const known = new Uint8Array(tokens.length).fill(1);
      const draft = {labels: new Uint8Array(probeCount), tokens, known};
      return tf.tensor(sequencesOf(draft, entries), [probeCount, 1 + placeCount, 1, entries]);
    }
  }
}
