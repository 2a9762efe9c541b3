import type {NdArray} from "../../lib/array.js";
import {pictureFlow} from "../../lib/models/flow/picture-flow.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {Random} from "../../lib/random.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {takeTrained} from "../shared/averaged-weights.setup.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import {flowProbe} from "../shared/digit-flow/flow-probe.setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {inputOf, nearestAnswer} from "../shared/picture-answers.setup.js";
import {classifierIn, fileOf, picturesIn} from "../shared/run-files.setup.js";
import {counted, noiseIntervals, realFloors} from "./counted.setup.js";
import {type Drawn, drawn, type Shaping} from "./drawn.setup.js";
import type {structureAndChance} from "./experiment.js";
import {structureParams} from "./structure-params.js";

/** Channels of the network at the full size of a picture, as in `diffusion-digits`. */
const width = 16;

/** The worker's side of `structure-and-chance`: the network of `diffusion-digits`. What a snapshot holds, its description says. */
export const makeStructureAndChance: MakeSetup<typeof structureAndChance> = async ({
  params,
  random,
  files,
}) => {
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const {batchSize, start} = params;
  const model = pictureFlow({...params, ...digitNetwork, width}, random.fork("weights"));
  if (start === "pretrained") await takeTrained(model, fileOf(files, "generator-digits"));
  const floors = realFloors(classifier, test, random.fork("floors"));
  let shaping: Shaping = params;
  const chance = random.fork("halves").state();
  /** The numbers of some pictures, the variety with its interval. */
  const told = async (made: Drawn) => {
    const {spread, agreement, samples} = await counted(classifier, made);
    const {low, high} = noiseIntervals(made, Random.from(chance)).spread;
    return {spread: numbers(spread, low, high), agreement: numbers(agreement, samples)};
  };
  return {
    ...trainedOn(model, labelledBatches(train, {batchSize, shift: 0}, random.fork("batches"))),
    sample(sampling) {
      shaping = sampling;
    },
    async snapshot() {
      const made = await drawn(model, shaping);
      const real = await floors(shaping.noises);
      return {
        samples: made.sheet,
        ...(await told(made)),
        spreadFloor: numbers(real.spread.low, real.spread.high),
        agreementFloor: numbers(real.agreement.low, real.agreement.high),
      };
    },
    async measure() {
      const made = await drawn(model, shaping);
      return {
        scalars: await counted(classifier, made),
        floors: await floors(shaping.noises),
        intervals: noiseIntervals(made, Random.from(chance)),
        arrays: {},
      };
    },
    answers: {
      nearest: (inputs) => nearestAnswer(train, inputs),
      async counted(inputs) {
        const temperature = temperatureOf(inputOf(inputs, "temperature").data[0]);
        return told(await drawn(model, {...shaping, temperature}));
      },
    },
    probe: () => flowProbe(train.images),
    cadence: {measureSteps: 200, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

/** `temperature` if the dial could stand there. Throws a RangeError otherwise. */
function temperatureOf(temperature: unknown): number {
  const {min, max} = structureParams.temperature;
  if (typeof temperature !== "number" || !(temperature >= min && temperature <= max))
    throw new RangeError(`invalid temperature: ${temperature} (a number from ${min} to ${max})`);
  return temperature;
}

function numbers(...values: number[]): NdArray<Float32Array> {
  return {data: Float32Array.from(values), shape: [values.length]};
}
