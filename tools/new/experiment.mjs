/**
 * The files of a new experiment: a small network that redraws digits through a code of few numbers. It has all that an experiment needs and
 * nothing more: params, a curve, a measure with its floor, a picture, and a test.
 */
import {nameOf, setupNameOf} from "../experiment-modules.mjs";

/** Text by file name. @param {string} id @returns {Readonly<Record<string, string>>} */
export function experimentTemplate(id) {
  const [name, make] = [nameOf(id), setupNameOf(id)];
  return {
    "experiment.ts": description(id, name),
    "setup.ts": setup(id, name, make),
    "view.ts": view(name),
    "test.ts": test(id),
  };
}

/** @param {string} id @param {string} name */
function description(id, name) {
  return `import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {runParams} from "../shared/run-params.js";

const {seed, learningRate, batchSize, width, averaging, maxSteps} = runParams;

const params = paramTable({
  seed,
  latentSize: {
    kind: "number",
    label: "Numbers in a code",
    default: 8,
    min: 1,
    max: 32,
    step: 1,
    group: "training",
    help: "All that the decoder is told of a picture.",
  },
  learningRate: {...learningRate, default: 0.003},
  batchSize,
  width,
  averaging,
  maxSteps: {...maxSteps, default: 400},
});

/** What the worker sends, and the figures draw. */
type Redrawn = {
  readonly snapshot: {
    /** [10, 28, 28, 1] each. */
    readonly pictures: ByteImages;
    readonly drawings: ByteImages;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {readonly error: number};
};

export const ${name}: Experiment<typeof params, Redrawn> = {
  id: "${id}",
  title: "A new experiment",
  params,
  mainParams: ["latentSize", "learningRate"],
  files: () => ["digits-train"],
  stepKinds: {},
  caption: "pictures that it never learned from, and its drawings,",
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Cross-entropy of a pixel with its drawing, a mean over the batch.",
    },
  },
  measures: {
    error: {
      label: "error, held out",
      unit: "",
      better: "lower",
      floor: {name: "always the mean picture", meaning: "always drawing the mean picture"},
      help: "Squared difference of a pixel from its drawing, for pictures that were never learned from.",
    },
  },
  plots: [
    {curves: ["loss"], label: "loss", caption: "The loss of each step."},
    {measure: "error", caption: "The error, on pictures it never learned from."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width", "latentSize"],
  fewSteps: 100,
  sources: [
    "lib/models/autoencoder.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/${id}/setup.ts",
  ],
};
`;
}

/** @param {string} id @param {string} name @param {string} make */
function setup(id, name, make) {
  return `import {firstPictures, type Images, toBytes, toFloats} from "../../lib/image.js";
import {meanPictureError, meanSquaredError} from "../../lib/metrics/mean-squared-error.js";
import {Autoencoder} from "../../lib/models/autoencoder.js";
import {encode} from "../../lib/models/autoencoder-networks.js";
import {generateImages} from "../../lib/models/generate.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {heldOut} from "../shared/held-out.setup.js";
import {coderProbe} from "../shared/probe.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import type {${name}} from "./experiment.js";

/** Pictures that nothing is learned from. */
const heldOutCount = 200;
/** Those of them that are shown. */
const shownCount = 10;

/** The worker's side of \`${id}\`. */
export const ${make}: MakeSetup<typeof ${name}> = async ({params, random, files}) => {
  const {train, test} = heldOut(picturesIn(files, "digits"), heldOutCount);
  const tested = toFloats(test.images);
  const model = new Autoencoder({...params, normalised: false}, random.fork("weights"));
  const {encoder, decoder} = model.networks;
  const drawingsOf = async (images: Images) =>
    generateImages(decoder, await encode(encoder, images), heldOutCount);
  const shown = firstPictures(test.images, shownCount);
  const floor = meanPictureError(tested);
  return {
    ...trainedOn(model, imageBatches(train, params.batchSize, random.fork("batches"))),
    snapshot: async () => ({pictures: shown, drawings: toBytes(await drawingsOf(toFloats(shown)))}),
    measure: async () => ({
      scalars: {error: meanSquaredError(tested, await drawingsOf(tested))},
      floors: {error: {low: floor, high: floor}},
      arrays: {},
    }),
    answers: {},
    probe: (network) => coderProbe(network, tested, params.latentSize, random),
    cadence: {measureSteps: 50, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};
`;
}

/** @param {string} name */
function view(name) {
  return `import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {picturePairs} from "../../figures/sheet/picture-pairs.js";
import {${name}} from "./experiment.js";

/** Pictures above their drawings, and everything over steps. */
export const ${name}View: MakeView<typeof ${name}> = () => {
  const pairs = picturePairs({label: "held-out pictures and their drawings", places: 10});
  const made = madeCaption(${name}.caption);
  const steps = overSteps(${name});
  return {
    picture: element("figure", {}, pairs, made.element),
    figures: steps.tabs,
    drawSnapshot({step, arrays: {pictures, drawings}}, run) {
      pairs.update({pictures, drawings});
      made.draw(step, run);
    },
    drawRun: steps.draw,
    sheet: () => pairs.querySelector("canvas") ?? undefined,
  };
};
`;
}

/** @param {string} id */
function test(id) {
  return `import {expect, test} from "vitest";
import {startRun} from "../../../tools/runs/start-run.js";
import {train} from "../../../lib/training/train.js";

test("the drawings come nearer to their pictures", async () => {
  const {setup, run} = await startRun("${id}", {width: 64, maxSteps: 100});
  const {error: before} = (await setup.measure()).scalars;
  for await (const _ of train(run, {steps: 100}));
  const {scalars, floors} = await setup.measure();
  expect(scalars.error).toBeLessThan(before! / 2);
  expect(scalars.error).toBeLessThan(floors.error!.high);
  setup.dispose();
});
`;
}
