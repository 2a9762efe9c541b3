import type {DrawPoints} from "../../lib/datasets/dataset.js";
import {drawnPoints} from "../../lib/datasets/drawn-points.js";
import {findPointSet} from "../../lib/datasets/points.js";
import {drivenLayers} from "../../lib/driving/driven-layers.js";
import {drivenLoss} from "../../lib/driving/driven-loss.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {jensenShannon, jensenShannonFloor} from "../../lib/metrics/jensen-shannon.js";
import {wassersteinDistance, wassersteinFloor} from "../../lib/metrics/wasserstein-distance.js";
import type {Gan} from "../../lib/models/gan.js";
import {generatePoints} from "../../lib/models/generate.js";
import {planeGan} from "../../lib/models/plane-gan.js";
import {pointBatches} from "../../lib/pipeline/batches.js";
import type {Random} from "../../lib/random.js";
import {drivenBy, type MakeSetup, type SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {pointPicture, pointProbe, type ShownPoints} from "../shared/gan/point-picture.setup.js";
import {type ganPlane, matchedPoints} from "./experiment.js";

/** Points of each kind in a picture. */
const shownPoints = 300;
/** Points of each kind in a measurement, as the divergence's floor assumes. */
const measuredPoints = 2000;
const floorPairs = 100;
/** The field reaches a little beyond the grid of the divergence. */
const fieldExtent = 1.25;

type Context = SetupContext<typeof ganPlane.params>;

/** The worker's side of `gan-plane`. Its input `points`, [n, 2] in [-1, 1], is what the reader drew. */
export const makeGanPlane: MakeSetup<typeof ganPlane> = async (context) => {
  const {params, random} = context;
  const draw = pointsOf(context);
  const generatorLoss = drivenBy(context, "generatorLoss", drivenLoss);
  const generatorLayers = await drivenBy(context, "layers", drivenLayers)?.();
  const options = {
    ...params,
    ...(generatorLoss && {generatorLoss}),
    ...(generatorLayers && {generatorLayers}),
  };
  const model = planeGan(options, random.fork("weights"));
  const shown = {
    real: draw(random.fork("shown"), shownPoints),
    noise: random.fork("noise").normals(shownPoints * params.latentSize),
  };
  const divergence = divergenceMeasure(model, draw, random.fork("measure"));
  const distance = distanceMeasure(model, draw, shown, random.fork("matched"));
  return {
    ...trainedOn(model, pointBatches(draw, params.batchSize, random.fork("batches"))),
    snapshot: async () => ({
      ...(await pointPicture(model, shown, fieldExtent)),
      latents: {data: shown.noise.slice(0, model.latentSize), shape: [1, model.latentSize]},
    }),
    measure: () => measured(divergence, distance),
    answers: {},
    probe: (network) => pointProbe(network, shown),
    cadence: {measureSteps: 100, checkpointSteps: 100},
    dispose: () => model.dispose(),
  };
};

function pointsOf({params, inputs}: Context): DrawPoints {
  if (params.points !== "drawn") return findPointSet(params.points);
  const drawn = inputs.points?.data;
  return drawnPoints(drawn instanceof Float32Array ? drawn : new Float32Array(0));
}

interface Scored {
  readonly value: number;
  readonly floor: Floor;
}

type Score = () => Promise<Scored>;

async function measured(ofDivergence: Score, ofDistance: Score) {
  const [divergence, distance] = [await ofDivergence(), await ofDistance()];
  return {
    scalars: {divergence: divergence.value, distance: distance.value},
    floors: {divergence: divergence.floor, distance: distance.floor},
    arrays: {},
  };
}

/** The same latents and the same real points at every measurement: what changes is the generator. */
function divergenceMeasure(model: Gan, draw: DrawPoints, random: Random): Score {
  const latents = random.fork("latents").normals(measuredPoints * model.latentSize);
  const real = draw(random.fork("real"), measuredPoints);
  let floor: Floor | undefined;
  return async () => {
    const chance = random.fork("floor");
    floor ??= jensenShannonFloor(() => draw(chance, measuredPoints), floorPairs);
    const generated = await generatePoints(model.networks.generator, latents);
    return {value: jensenShannon(real, generated), floor};
  };
}

/** Of the first points that are shown, so that the plane can show how they are matched. */
function distanceMeasure(
  model: Gan,
  draw: DrawPoints,
  {real, noise}: ShownPoints,
  random: Random,
): Score {
  const latents = noise.slice(0, matchedPoints * model.latentSize);
  let floor: Floor | undefined;
  return async () => {
    floor ??= wassersteinFloor(() => draw(random, matchedPoints));
    const generated = await generatePoints(model.networks.generator, latents);
    return {value: wassersteinDistance(generated, real.subarray(0, 2 * matchedPoints)), floor};
  };
}
