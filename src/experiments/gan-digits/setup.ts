import {toBytes, toFloats} from "../../lib/image.js";
import {quantile} from "../../lib/metrics/floor.js";
import {dcgan} from "../../lib/models/dcgan.js";
import type {Gan} from "../../lib/models/gan.js";
import {generateImages} from "../../lib/models/generate.js";
import {lengthsOf} from "../../lib/models/interpolate.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {enoughFor, judgeIn, probed, setIn} from "../shared/any-pictures.setup.js";
import type {JudgedPictures} from "../shared/gan/gan-exchange.js";
import {judgedSamples} from "../shared/gan/judged-samples.setup.js";
import {largestSheet, nearestAnswer, walkAnswer} from "../shared/picture-answers.setup.js";
import {latentProbe, pictureProbe} from "../shared/probe.setup.js";
import type {ganDigits} from "./experiment.js";
import {pictureQuality} from "./picture-quality.setup.js";

/** A sheet of five rows of eight. */
const sheetCount = 40;
/** Pictures in a measurement. */
const measuredCount = 512;

/**
 * The worker's side of `gan-digits`. A picture is `samples` [40, 28, 28, 1] of the run's fixed noise, bytes, with the judge's probability
 * of real for each, `scores` [40].
 * Answers are those of picture-answers.setup.ts, and `latents`: the sheet's, [40, latentSize]. A `walk` also tells the `usual` [2]
 * lengths of latent vectors: between them lie 95 of 100.
 */
export const makeGanDigits: MakeSetup<typeof ganDigits> = async ({params, random, files}) => {
  const dataset = setIn(files, params.dataset);
  const learned = enoughFor(params.batchSize, dataset);
  const classifier = judgeIn(files, params.dataset);
  const model = dcgan(params, random.fork("weights"));
  const {generator} = model.networks;
  const noise = random.fork("noise").normals(largestSheet * params.latentSize);
  const sheet = noise.subarray(0, sheetCount * params.latentSize);
  const measured = random.fork("measure").normals(measuredCount * params.latentSize);
  return {
    ...trainedOn(model, imageBatches(learned, params.batchSize, random.fork("batches"))),
    snapshot: () => picture(model, sheet),
    measure: pictureQuality(generator, classifier, measured, random),
    answers: {
      nearest: (inputs) => nearestAnswer(dataset, inputs),
      walk: async (inputs) => {
        const lengths = [...lengthsOf(noise, params.latentSize)];
        const usual = Float32Array.from([0.025, 0.975], (share) => quantile(lengths, share));
        return {...(await walkAnswer(generator, inputs)), usual: {data: usual, shape: [2]}};
      },
      latents: async () => ({
        latents: {data: sheet.slice(), shape: [sheetCount, params.latentSize]},
      }),
    },
    probe: (network) =>
      network === "generator"
        ? latentProbe(noise, params.latentSize)
        : pictureProbe(probed(dataset)),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier?.dispose();
    },
  };
};

/** Rounded to bytes before they are judged, as real pictures are. */
async function picture(model: Gan, latents: Float32Array): Promise<JudgedPictures> {
  const images = await generateImages(model.networks.generator, latents);
  return judgedSamples(model, toFloats(toBytes(images)));
}
