/** Digits in noise that a network is asked for: the same for every run, so that runs can be compared. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, type Images, pick, toBytes, toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {fitPsychometric, guessOfTen, type Trial} from "../../lib/metrics/psychometric.js";
import {classCount, classify} from "../../lib/models/classifier.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {noiseMixture} from "../../lib/pipeline/noise-mixture.js";
import {Random} from "../../lib/random.js";
import type * as tf from "../../lib/tf.js";
import {perLevel} from "./experiment.js";

/** The noise, and the draws of the interval. */
const noiseSeed = 1;

export interface NoiseTest {
  /** One digit at each share, [10, 28, 28, 1]. */
  readonly shown: ByteImages;
  take(outputs: tf.LayersModel): Promise<TestResult>;
}

export interface TestResult {
  /** What the shown digits are called. */
  readonly said: Uint8Array;
  readonly right: Uint8Array;
  readonly fit: readonly [
    threshold: number,
    spread: number,
    lapse: number,
    low: number,
    high: number,
  ];
  /** Clean digits. */
  readonly clean: ReturnType<typeof accuracy>;
}

/** The test on the first `perLevel` pictures at the first share, the next ones at the next, and so on. */
export function noiseTest({images, labels}: ImageDataset): NoiseTest {
  const clean = toFloats(images);
  const noisy = asSeen(clean);
  const shown = shownDigit(pick(clean, [0]));
  return {
    shown,
    async take(outputs) {
      const named = async (pictures: Images) =>
        topClasses((await classify(outputs, pictures)).logits, classCount);
      const answers = await named(noisy);
      const {right, fit} = readingOf(labels, answers);
      return {
        ...{right, fit, said: await named(toFloats(shown))},
        clean: accuracy(labels, await named(clean)),
      };
    },
  };
}

/** As a screen shows them: cut, and rounded to bytes. */
function asSeen({data, shape}: Images): Images {
  const random = new Random(noiseSeed);
  const size = data.length / shape[0];
  const mixed = new Float32Array(data.length);
  for (let i = 0; i < shape[0]; i++) {
    const level = noiseLevels[Math.floor(i / perLevel)]!;
    const picture = data.subarray(i * size, (i + 1) * size);
    mixed.set(noiseMixture(picture, level, random.normals(size)), i * size);
  }
  return toFloats(toBytes({data: mixed, shape}));
}

/** In the same noise at each share. */
function shownDigit({data, shape: [, h, w, c]}: Images): ByteImages {
  const noise = new Random(noiseSeed).fork("shown").normals(data.length);
  const mixed = noiseLevels.flatMap((level) => [...noiseMixture(data, level, noise)]);
  return toBytes({data: Float32Array.from(mixed), shape: [noiseLevels.length, h, w, c]});
}

function readingOf(labels: Uint8Array, answers: Uint8Array): Pick<TestResult, "right" | "fit"> {
  const trials = Array.from(answers, (answer, i): Trial => {
    const level = noiseLevels[Math.floor(i / perLevel)]!;
    return {level, isRight: answer === labels[i]};
  });
  const rightAt = (level: number) =>
    trials.filter((trial) => trial.level === level && trial.isRight).length;
  const {fit, interval} = fitPsychometric(trials, guessOfTen, new Random(noiseSeed))!;
  return {
    right: Uint8Array.from(noiseLevels, rightAt),
    fit: [fit.threshold, fit.spread, fit.lapse, ...interval],
  };
}
