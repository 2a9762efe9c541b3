import type {NamedArrays, NdArray} from "../../lib/array.js";
import {firstOf} from "../../lib/datasets/split.js";
import {drivenStep} from "../../lib/driving/driven-step.js";
import {blindLoss} from "../../lib/metrics/blind-answer.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {pathPlane} from "../../lib/metrics/path-plane.js";
import {type LayeredOptions, layeredNetwork} from "../../lib/models/layered-network.js";
import {
  type Labelled,
  lostLoss,
  NetworkRace,
  networkLoss,
  type Racer,
} from "../../lib/models/network-race.js";
import {pathLosses, planeLosses} from "../../lib/models/plane-losses.js";
import {WeightPath} from "../../lib/models/weight-path.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {drivenBy, type MakeSetup, type SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, probed} from "../shared/any-pictures.setup.js";
import {type Fit, fitOf} from "../shared/fit.setup.js";
import {labelledProbe, pictureProbe} from "../shared/probe.setup.js";
import {small, smallSide} from "../shared/small-pictures.setup.js";
import {
  landCount,
  landNodes,
  type PathLand,
  pathPlaces,
  type raceOnANet,
  testCount,
} from "./experiment.js";
import {type RacerName, racerNames, racerWords} from "./racers.js";

type Context = SetupContext<typeof raceOnANet.params>;

const trainingCount = 4000;
/** A land goes so much farther than its path. */
const landRoom = 1.25;
const bytesOfNumber = 4;

/**
 * The worker's side of `race-on-a-net`. It answers `land`: `racer` [1], its place among the racers -> the loss over the plane that its path
 * mostly lies in, as `PathLand` says.
 */
export const makeRaceOnANet: MakeSetup<typeof raceOnANet> = async (context) => {
  const {params, random, files} = context;
  const {train, test} = anyPictures(files, {...params, testCount, leastLabels: 2});
  const learned = small(firstOf(train, Math.min(trainingCount, train.labels.length)));
  const tested = small(test);
  const layers: LayeredOptions = {
    ...{side: smallSide, layers: 1, width: params.width, outputs: learned.classNames.length},
    ...({activation: "relu", gain: 1} as const),
  };
  const model = new NetworkRace(
    {
      ...{...layers, racers: racersOf(context)},
      ...{schedule: params.schedule, maxSteps: params.maxSteps, averaging: params.averaging},
      path: (networks) => new WeightPath(networks, {steps: params.maxSteps, places: pathPlaces}),
    },
    random.fork("weights"),
  );
  const probe = labelledProbe(learned, landCount);
  const fits = (suffix: string) =>
    Promise.all(racerNames.map((name) => fitOf(model.networks[`${name}${suffix}`]!, tested)));
  return {
    ...trainedOn(
      model,
      labelledBatches(
        enoughFor(params.batchSize, learned),
        {...params, shift: 0},
        random.fork("batches"),
      ),
    ),
    snapshot: async () => ({memory: memoryOf(model)}),
    measure: async () => measured(await fits(""), await fits("Average"), blindLoss(tested.labels)),
    answers: {
      land: async (inputs) =>
        landOf(model, racerIn(inputs), probe, () => layeredNetwork(layers, new Random(0))),
    },
    probe: () => pictureProbe(probed(tested)),
    cadence: {measureSteps: 25, checkpointSteps: 50},
    dispose() {
      tf.dispose(probe);
      model.dispose();
    },
  };
};

/** With the reader's step in the place of that of momentum, if there is one. */
function racersOf(context: Context): Readonly<Record<RacerName, Racer>> {
  const {sgdRate, momentumRate, rmspropRate, adamRate} = context.params;
  const step = drivenBy(context, "momentumStep", drivenStep);
  return {
    sgd: {optimiser: "sgd", rate: sgdRate},
    momentum: {optimiser: "momentum", rate: momentumRate, ...(step && {step})},
    rmsprop: {optimiser: "rmsprop", rate: rmspropRate},
    adam: {optimiser: "adam", rate: adamRate},
  };
}

/** Bytes that each optimiser keeps, and those of the weights. */
function memoryOf(model: NetworkRace<RacerName>): NdArray<Float32Array> {
  const weights = model.networks.sgd!.countParams();
  const numbers = [...racerNames.map((name) => model.memoryOf(name)), weights];
  return {data: Float32Array.from(numbers, (n) => n * bytesOfNumber), shape: [numbers.length]};
}

function measured(plain: readonly Fit[], averaged: readonly Fit[], guessing: Floor) {
  const numbers = <Value>(of: (fit: Fit) => Value) =>
    Object.fromEntries(
      racerNames.flatMap((name, i) => [
        [`${name}Test`, of(plain[i]!)],
        [`${name}Averaged`, of(averaged[i]!)],
      ]),
    ) as Record<`${RacerName}Test` | `${RacerName}Averaged`, Value>;
  return {
    scalars: numbers(lossOf),
    floors: numbers(() => guessing),
    intervals: numbers(intervalOf),
    arrays: {},
  };
}

/** A network that is lost has that of all who are. */
function lossOf({loss}: Fit): number {
  return loss < lostLoss ? loss : lostLoss;
}

function intervalOf({loss, lossInterval, count: n}: Fit) {
  return loss < lostLoss ? {...lossInterval, n} : {low: lostLoss, high: lostLoss, n};
}

function racerIn({racer}: NamedArrays): number {
  const place = racer?.data[0];
  if (place === undefined || !(place in racerNames))
    throw new RangeError(
      `invalid racer: ${place} (a whole number from 0 to ${racerNames.length - 1})`,
    );
  return place;
}

/** `make` makes a network of their kind, whose weights are put all over the land. */
async function landOf(
  model: NetworkRace<RacerName>,
  racer: number,
  probe: Labelled,
  make: () => tf.LayersModel,
): Promise<PathLand> {
  const own = (await model.lossesOn(probe))[racer]!;
  if (!(own < lostLoss))
    throw new RangeError(
      `${racerWords[racerNames[racer]!]} is lost: its loss has left all bounds (a path at a lower rate)`,
    );
  const path = await model.path!.of(racer, model.taken);
  const {places, shares, ...plane} = pathPlane(path);
  // A whole number of fifths, so that the halves on the map's edges are short numbers.
  const extent = Math.ceil(5 * landRoom * Math.max(...places.map(Math.abs))) / 5;
  const network = make();
  const loss = () => networkLoss(network, probe);
  try {
    const heights = await planeLosses(network, plane, {extent, nodes: landNodes}, loss);
    const losses = await pathLosses(network, path, loss);
    return {
      ...{heights, losses: {data: losses, shape: [path.length]}},
      own: {data: Float32Array.of(own), shape: [1]},
      extent: {data: Float32Array.of(extent), shape: [1]},
      path: {data: Float32Array.from(places), shape: [path.length, 2]},
      shares: {data: Float32Array.from(shares), shape: [2]},
    };
  } finally {
    network.dispose();
  }
}
