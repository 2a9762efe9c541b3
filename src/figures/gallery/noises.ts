/** Pictures and noise. */
import {imageSize, toFloats} from "../../lib/image.js";
import {denoisingLanes} from "../denoise/denoising-lanes.js";
import type {Way} from "../denoise/denoising-run.js";
import {firstPicture} from "../denoise/first-picture.js";
import {noiseSchedule} from "../denoise/noise-schedule.js";
import {pictureChange} from "../denoise/picture-change.js";
import {colourPictures, shapePictures} from "./synthetic.js";

const wayLength = 10;

export const noises = {
  noiseSchedule: () =>
    noiseSchedule({
      label: "A shape destroyed by noise",
      pictures: [
        {name: "a shape", image: shapePictures(1, 5)},
        {name: "a gradient", image: colourPictures(1, 6, 28)},
      ],
      paths: [
        {name: "straight", at: (t) => ({signal: t, noise: 1 - t})},
        {name: "late", at: (t) => ({signal: t * t, noise: Math.sqrt(1 - t ** 4)})},
      ],
    }),

  denoisingLanes: () => {
    const training = shapePictures(60, 2, 14);
    const floats = toFloats(training).data;
    const size = imageSize(training.shape);
    return denoisingLanes({
      label: "Shapes out of noise",
      training,
      heldOut: shapePictures(20, 3, 14),
      whole: towards(floats.subarray(0, size)),
      patches: (edge) => towards(floats.subarray(edge * size, (edge + 1) * size)),
      learned: towards(floats.subarray(2 * size, 3 * size)),
      learnedWords: "It always says the same shape.",
      steps: wayLength,
      shares: () => new Float64Array(60).fill(1 / 60),
    });
  },

  firstPicture: () => {
    const training = shapePictures(60, 2, 14);
    const clean = toFloats(training).data.subarray(0, imageSize(training.shape));
    return firstPicture({
      label: "A shape out of noise",
      training,
      heldOut: shapePictures(20, 3, 14),
      asked: () => ({words: "ring", way: towards(clean)}),
      steps: wayLength,
    });
  },

  pictureChange: () =>
    pictureChange({
      label: "A shape filled in, and drawn anew",
      digits: shapePictures(5, 4, 14),
      guessers: {some: "somebody", other: "somebody else"},
      fill: async ({hand}) => shapePictures(4, hand, 14),
      anew: async ({hand}) => shapePictures(4, hand + 1, 14),
    }),
};

/** From any noise to one picture, which is the guess at all times. */
function towards(clean: Float32Array): Way {
  return async function* (noise) {
    for (let step = 0; step <= wayLength; step++) {
      const t = step / wayLength;
      yield {x: noise.map((value, i) => (1 - t) * value + t * clean[i]!), clean};
    }
  };
}
