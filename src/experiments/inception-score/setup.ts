import {firstPictures} from "../../lib/image.js";
import {answerDoubt, answerKinds, doubtOf, kindsOf} from "../../lib/metrics/inception-parts.js";
import {
  inceptionScoreOf,
  meanRow,
  inceptionScore as score,
} from "../../lib/metrics/inception-score.js";
import {judgeAll} from "../../lib/metrics/set-metric.js";
import {classCount} from "../../lib/models/classifier.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {judgedPictures} from "../shared/judging/judge.setup.js";
import {type inceptionScore, scoreParts, shownCount} from "./experiment.js";

const metrics = {score, kinds: answerKinds, doubt: answerDoubt} as const;

/** The worker's side of `inception-score`. What a snapshot and a measurement hold, its description says. */
export const makeInceptionScore: MakeSetup<typeof inceptionScore> = async (context) => {
  const {pictures, made, setupWith} = judgedPictures(context);
  return {
    ...setupWith(async () => partsOf((await made()).probabilities)),
    async snapshot() {
      const {pictures: images, probabilities} = await made();
      return {
        made: firstPictures(images, shownCount),
        answers: {
          data: probabilities.slice(0, shownCount * classCount),
          shape: [shownCount, classCount],
        },
        mean: {data: Float32Array.from(meanRow(probabilities, classCount)), shape: [classCount]},
      };
    },
    async measure() {
      const [real, mine] = [await pictures.real(), await made()];
      const {score, kinds, doubt} = judgeAll(metrics, real, mine, await pictures.space());
      const intervals = [score, kinds, doubt].flatMap(({interval: {low, high}}) => [low, high]);
      return {
        scalars: {score: score.value, kinds: kinds.value, doubt: doubt.value, samples: score.n},
        floors: {score: score.floor, kinds: kinds.floor, doubt: doubt.floor},
        arrays: {
          intervals: {data: Float32Array.from(intervals), shape: [scoreParts.length, 2]},
        },
      };
    },
  };
};

function partsOf(probabilities: Float32Array) {
  return {
    score: inceptionScoreOf(probabilities, classCount),
    kinds: kindsOf(probabilities, classCount),
    doubt: doubtOf(probabilities, classCount),
  };
}
