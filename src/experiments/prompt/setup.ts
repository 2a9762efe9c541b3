import {pick} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {pictureFlow, timeSize} from "../../lib/models/flow/picture-flow.js";
import {traceOf} from "../../lib/models/flow/sampling.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {loadKindClassifier} from "../../lib/models/kind-classifier.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import {parsePrompt} from "../../lib/prompts/parse-prompt.js";
import {textArray} from "../../lib/text-array.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {denoised} from "../shared/denoised.setup.js";
import {inputOf} from "../shared/picture-answers.setup.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {fileOf} from "../shared/run-files.setup.js";
import type {prompt} from "./experiment.js";
import {judgeFloor, pairAgreement} from "./pair-agreement.setup.js";
import {promptBatches} from "./prompt-batches.setup.js";
import {promptPictures, side} from "./prompt-pictures.setup.js";
import {packReport, reportOf} from "./prompt-report.js";
import {drawing, sheetBeginning} from "./sampled.setup.js";
import {takeTrained} from "./trained-weights.setup.js";

/** Channels at full size, and blocks at half of it. Normalised and told as the digits' network is. */
const network = {width: 32, blocks: 2, groupWidth: 1, told: "after norm"} as const;
/** Share of pictures that are shown without a word, beside those whose parts are left out. */
const conditionDrop = 0.1;

/** The worker's side of `prompt`. What a snapshot holds, its description says. It answers `nearest`. */
export const makePrompt: MakeSetup<typeof prompt> = async ({params, random, files}) => {
  const pictures = promptPictures(fileOf(files, "emoji-16"), fileOf(files, "emoji-captions"));
  const classes = pictures.terms.terms.length;
  const {batchSize, start} = params;
  const judge = loadKindClassifier(fileOf(files, "classifier-emoji"));
  const model = pictureFlow(
    {
      ...params,
      ...{side, channels: 3, classes, conditionDrop, ...network},
      ...{path: straightPath, kind: "velocity", timeDraw: "logit-normal"},
    },
    random.fork("weights"),
  );
  if (start === "pretrained")
    await takeTrained(model, fileOf(files, "generator-emoji"), pictures.terms);
  let asking: SamplingParams<(typeof prompt)["params"]> = params;
  return {
    ...trainedOn(model, promptBatches(pictures, batchSize, random.fork("batches"))),
    sample(sampling) {
      asking = sampling;
    },
    async snapshot() {
      const said = parsePrompt(asking.prompt, pictures.terms);
      const beginning = sheetBeginning(said, asking.hand, classes);
      const trace = await traceOf(drawing(model, beginning, asking));
      return {...denoised(trace, [side, side, 3]), told: packReport(reportOf(said))};
    },
    async measure() {
      const scalars = await pairAgreement({model, pictures, judge}, asking.guidance, random);
      const floor = judgeFloor(judge);
      return {
        scalars,
        floors: {agreement: floor, kind: floor, colour: {low: 100, high: 100}},
        arrays: {},
      };
    },
    answers: {
      async nearest(inputs) {
        const {data} = inputOf(inputs, "image");
        const {index, distance} = nearestPicture(Uint8Array.from(data), pictures.images);
        return {
          image: pick(pictures.images, [index]),
          distance: {data: Float32Array.of(distance), shape: [1]},
          name: textArray(pictures.names[index]!),
        };
      },
    },
    probe: () => {
      const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
      return [
        pictureProbe(pictures.images),
        tf.tensor2d(times, [probeCount, timeSize]),
        tf.zeros([probeCount, classes]),
      ];
    },
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose() {
      model.dispose();
      judge.dispose();
    },
  };
};
