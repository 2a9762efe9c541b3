import type {NamedArrays} from "../../lib/array.js";
import {type ByteImages, toBytes} from "../../lib/image.js";
import {Upscaler} from "../../lib/models/upscaler.js";
import {type Enlarging, enlarging, enlargingBatches} from "../../lib/pipeline/enlarging.js";
import {textArray} from "../../lib/text-array.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {inputOf} from "../shared/picture-answers.setup.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {enlargedSet} from "./enlarged-set.setup.js";
import {enlargingScores, gainsOf} from "./enlarging-scores.setup.js";
import {side, type superResolution} from "./experiment.js";

/** The longest edge of a picture that the page may ask about. */
const mostSide = 128;

/** The worker's side of `super-resolution`. */
export const makeSuperResolution: MakeSetup<typeof superResolution> = async ({
  params,
  random,
  files,
}) => {
  const factor = Number(params.factor);
  const set = enlargedSet(files);
  const [train, held, shown, photographs] = [
    set.train,
    set.heldOut,
    set.shown,
    set.photographs,
  ].map((images) => enlarging(images, factor)) as [Enlarging, Enlarging, Enlarging, Enlarging];
  const options = {...params, factor, side: side / factor, channels: 3};
  const model = new Upscaler(options, random.fork("weights"));
  const scored = enlargingScores(held, factor, random.fork("measure"));
  const made = async ({small, base}: Enlarging) => toBytes(await model.enlarge(small, base));
  return {
    ...trainedOn(model, enlargingBatches(train, params.batchSize, random.fork("batches"))),
    async snapshot() {
      const [emojiMade, photographsMade] = [await made(shown), await made(photographs)];
      const gains = [
        ...gainsOf(shown.truth, emojiMade, shown.base),
        ...gainsOf(photographs.truth, photographsMade, photographs.base),
      ];
      return {
        ...{emoji: copied(shown.truth), emojiMade},
        ...{photographs: copied(photographs.truth), photographsMade},
        gains: {data: Float32Array.from(gains), shape: [gains.length]},
        names: textArray(JSON.stringify(set.names)),
      };
    },
    measure: async () => scored(await made(held)),
    answers: {
      enlarge: async (inputs) => ({made: await made(enlarging(askedPicture(inputs), factor))}),
    },
    probe: () => pictureProbe(held.small),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};

/** What a snapshot holds is given away with it; these are asked for again. */
function copied({data, shape}: ByteImages): ByteImages {
  return {data: data.slice(), shape};
}

/** A square in colour, of the page's. */
function askedPicture(inputs: NamedArrays): ByteImages {
  const {data, shape} = inputOf(inputs, "image");
  const [n, h, w, c] = shape;
  const isPicture = shape.length === 4 && n === 1 && h === w && c === 3 && h! <= mostSide;
  if (!isPicture || !(data instanceof Uint8Array) || data.length !== 3 * h! * w!)
    throw new RangeError(
      `invalid image: ${data.length} values, [${shape}] (bytes, [1, s, s, 3], s at most ${mostSide})`,
    );
  return {data, shape: [1, h!, w!, 3]};
}
