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
import {trainedOn} from "../../lib/training/trained-on.js";
import {drawnIn, JudgedCount, noBatches, SpoiledPictures} from "../shared/judging/judge.setup.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {type inceptionScore, scoreParts, shownCount} from "./experiment.js";

const metrics = {score, kinds: answerKinds, doubt: answerDoubt} as const;

/** The worker's side of `inception-score`. What a snapshot and a measurement hold, its description says. */
export const makeInceptionScore: MakeSetup<typeof inceptionScore> = async ({
  params,
  random,
  files,
}) => {
  const dataset = picturesIn(files, params.dataset, "test");
  const classifier = classifierIn(files, params.dataset);
  const source = {classifier, dataset, drawn: drawnIn(files)};
  const pictures = new SpoiledPictures(source, params.compared, random.fork("pictures"));
  const count = new JudgedCount(classifier, params.compared);
  let spoiled: {readonly fault: string; readonly strength: number} = params;
  const made = () => pictures.made(spoiled, count.pictures);
  const model = Object.assign(count, {
    async step() {
      count.more();
      return partsOf((await made()).probabilities);
    },
  });
  return {
    ...trainedOn(model, noBatches(random.fork("batches"))),
    sample(sampling) {
      spoiled = sampling;
    },
    shows: (name) => name === "fault" || name === "strength",
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
    answers: {},
    probe: () => pictureProbe(dataset.images),
    cadence: {measureSteps: 8, checkpointSteps: 4},
    dispose: () => classifier.dispose(),
  };
};

function partsOf(probabilities: Float32Array) {
  return {
    score: inceptionScoreOf(probabilities, classCount),
    kinds: kindsOf(probabilities, classCount),
    doubt: doubtOf(probabilities, classCount),
  };
}
