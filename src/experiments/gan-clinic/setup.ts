import {findPointSet, oneSpot} from "../../lib/datasets/points.js";
import {discSide, softDiscs} from "../../lib/datasets/soft-discs.js";
import type {Images} from "../../lib/image.js";
import {
  checkerboard,
  checkerboardFloor,
  checkerboardShares,
} from "../../lib/metrics/checkerboard.js";
import {type Floor, floorOf} from "../../lib/metrics/floor.js";
import {jensenShannon, jensenShannonFloor} from "../../lib/metrics/jensen-shannon.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {pointSpread} from "../../lib/metrics/point-spread.js";
import type {Gan} from "../../lib/models/gan.js";
import {generateImages, generatePoints} from "../../lib/models/generate.js";
import {planeGan} from "../../lib/models/plane-gan.js";
import {smallPictureGan} from "../../lib/models/small-picture-gan.js";
import {pointBatches, sampleBatches} from "../../lib/pipeline/batches.js";
import type {Random} from "../../lib/random.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {judgedSamples} from "../shared/gan/judged-samples.setup.js";
import {pointPicture, pointProbe} from "../shared/gan/point-picture.setup.js";
import {latentProbe, pictureProbe, probeCount} from "../shared/probe.setup.js";
import {extentOf, type PicturePatient, type PointPatient, treated} from "./clinic-patients.js";
import type {ganClinic} from "./experiment.js";

type ClinicSetup = Awaited<ReturnType<MakeSetup<typeof ganClinic>>>;

const shownPoints = 300;
const measuredPoints = 1000;
const floorPairs = 40;
const sheetCount = 40;
const measuredPictures = 64;

/** The worker's side of `gan-clinic`: points or small pictures, by the patient. */
export const makeGanClinic: MakeSetup<typeof ganClinic> = async ({params, random}) => {
  const patient = treated(params.case, params.treatment);
  return patient.kind === "points"
    ? pointSetup(patient, extentOf(params.case), random)
    : pictureSetup(patient, random);
};

const cadence = {measureSteps: 10, checkpointSteps: 50} as const;

function pointSetup(patient: PointPatient, extent: number, random: Random): ClinicSetup {
  const draw = patient.points === "spot" ? oneSpot : findPointSet(patient.points);
  const size = {hiddenWidth: 32, latentSize: 2};
  const model = planeGan({...patient, ...size}, random.fork("weights"));
  const shown = {
    real: draw(random.fork("shown"), shownPoints),
    noise: random.fork("noise").normals(shownPoints * size.latentSize),
  };
  return {
    ...trainedOn(model, pointBatches(draw, 64, random.fork("batches"))),
    snapshot: () => pointPicture(model, shown, extent),
    measure: pointMeasure(model, draw, random.fork("measure")),
    answers: {},
    probe: (network) => pointProbe(network, shown),
    cadence,
    dispose: () => model.dispose(),
  };
}

/** The divergence, and spread and centre in units of the data's spread, each with what two samples of the data give. */
function pointMeasure(
  model: Gan,
  draw: (random: Random, count: number) => Float32Array,
  random: Random,
) {
  const latents = random.fork("latents").normals(measuredPoints * model.latentSize);
  const real = draw(random.fork("real"), measuredPoints);
  const width = pointSpread(real).spread;
  const place = (points: Float32Array) => {
    const {centre, spread} = pointSpread(points);
    const [x, y] = pointSpread(real).centre;
    return {
      spread: spread / width,
      centreX: (centre[0] - x) / width,
      centreY: (centre[1] - y) / width,
    };
  };
  let floors: Readonly<Record<string, Floor>> | undefined;
  return async () => {
    floors ??= pointFloors(draw, random.fork("floor"), place);
    const generated = await generatePoints(model.networks.generator, latents);
    return {
      scalars: {divergence: jensenShannon(real, generated), ...place(generated)},
      floors,
      arrays: {},
    };
  };
}

function pointFloors(
  draw: (random: Random, count: number) => Float32Array,
  chance: Random,
  place: (points: Float32Array) => Readonly<Record<string, number>>,
): Readonly<Record<string, Floor>> {
  const sample = () => draw(chance, measuredPoints);
  const places = Array.from({length: floorPairs}, () => place(sample()));
  const bandOf = (name: string) => floorOf(places.map((one) => one[name]!));
  return {
    divergence: jensenShannonFloor(sample, floorPairs),
    spread: bandOf("spread"),
    centreX: bandOf("centreX"),
    centreY: bandOf("centreY"),
  };
}

function pictureSetup(patient: PicturePatient, random: Random): ClinicSetup {
  const size = {width: 8, latentSize: 8};
  const model = smallPictureGan({...patient, ...size}, random.fork("weights"));
  const latents = random.fork("noise").normals(measuredPictures * size.latentSize);
  const sheet = latents.subarray(0, sheetCount * size.latentSize);
  const chance = random.fork("measure");
  let floor: Floor | undefined;
  return {
    ...trainedOn(
      model,
      sampleBatches(softDiscs, [16, discSide, discSide, 1], random.fork("batches")),
    ),
    snapshot: async () =>
      judgedSamples(model, await generateImages(model.networks.generator, sheet)),
    measure: async () => {
      floor ??= checkerboardFloor(() => realDiscs(chance, measuredPictures));
      const images = await generateImages(model.networks.generator, latents);
      const {low, high} = meanInterval(checkerboardShares(images));
      return {
        scalars: {checkerboard: checkerboard(images)},
        floors: {checkerboard: floor},
        intervals: {checkerboard: {low: Math.max(0, low), high, n: measuredPictures}},
        arrays: {},
      };
    },
    answers: {},
    probe: (network) =>
      network === "generator"
        ? latentProbe(latents, size.latentSize)
        : pictureProbe(realDiscs(random.fork("probe"), probeCount)),
    cadence,
    dispose: () => model.dispose(),
  };
}

function realDiscs(random: Random, count: number): Images {
  return {data: softDiscs(random, count), shape: [count, discSide, discSide, 1]};
}
