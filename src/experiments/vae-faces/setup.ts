import {
  type AttributeDataset,
  attributeDataset,
  attributeIndex,
  chosenPictures,
} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import {firstPictures, pick, toBytes} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {loadAttributeClassifier} from "../../lib/models/attribute-classifier.js";
import type {Vae} from "../../lib/models/vae.js";
import {pictureVae} from "../../lib/models/vae-networks.js";
import {decodeCodes} from "../../lib/models/vae-pictures.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import type {MakeSetup, SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {codedProbe} from "../shared/probe.setup.js";
import {fileOf} from "../shared/run-files.setup.js";
import {AttributeChanges} from "./attribute-changes.setup.js";
import {shownFaces, testedFaces, type vaeFaces} from "./experiment.js";
import {FaceCodes} from "./face-codes.setup.js";
import {facesQuality} from "./face-quality.setup.js";
import {faceStrips} from "./face-strips.setup.js";
import type {FaceView} from "./face-view.js";

/** A sheet of five rows of eight. */
const familyCount = 40;
/** Standard deviation of a pixel in [-1, 1] for the Gaussian likelihood; the form's help says it too. */
const sigma = 0.2;

type Context = SetupContext<typeof vaeFaces.params>;

/**
 * The worker's side of `vae-faces`. A picture of the run is `family` [40, 32, 32, 3], new faces from fixed codes, `originals` and their
 * `reconstructions` [16, 32, 32, 3], test faces, and the strips of face-strips.setup.ts for what the reader looks at (face-view.ts). Pixels are bytes.
 * Attributes have a part in what is measured, and in the attribute vectors; the model learns from pixels alone.
 */
export const makeVaeFaces: MakeSetup<typeof vaeFaces> = async (context) => {
  const {params, random} = context;
  const train = trainingFaces(context);
  const test = firstOf(facesIn(context, "faces-test"), testedFaces);
  const classifier = loadAttributeClassifier(
    faces.attributes,
    fileOf(context.files, "classifier-faces"),
  );
  const vae = pictureVae(vaeOptions(params), random.fork("weights"));
  const codes = new FaceCodes(vae, train, test);
  const changes = new AttributeChanges(codes, test, classifier, random.fork("directions"));
  const family = random.fork("family").normals(familyCount * params.latentSize);
  const quality = facesQuality(codes, test, classifier, random.fork("measure"));
  let view: FaceView = params;
  return {
    ...trainedOn(vae, imageBatches(train, params.batchSize, random.fork("batches"))),
    sample(sampling) {
      view = sampling;
    },
    async snapshot() {
      return {
        family: toBytes(await decodeCodes(vae, family.slice())),
        ...(await shownPictures(vae, codes, test)),
        ...(await faceStrips(codes, view)),
      };
    },
    async measure() {
      const measured = await quality();
      return {...measured, arrays: {...measured.arrays, ...(await changes.measure(view))}};
    },
    answers: {
      changes: () => changes.measure(view),
      nearest: async ({image}) => nearestFace(train, image?.data),
    },
    probe: (network) => codedProbe(network, test.images, vae.networks.encoder, vae.latentSize),
    cadence: {measureSteps: 400, checkpointSteps: 100},
    dispose() {
      vae.dispose();
      classifier.dispose();
    },
  };
};

function vaeOptions(params: Context["params"]) {
  const {kind, width} = params;
  return {
    ...params,
    width: kind === "dense" ? 16 * width : width,
    picture: [32, 32, 3] as const,
    sigma,
    warmUpSteps: 0,
    freeBits: 0,
  };
}

/** The faces shown and what the decoder draws of their codes. */
async function shownPictures(vae: Vae, codes: FaceCodes, {images}: AttributeDataset) {
  const {means} = await codes.ofTest();
  return {
    originals: firstPictures(images, shownFaces),
    reconstructions: toBytes(await decodeCodes(vae, means.slice(0, shownFaces * vae.latentSize))),
  };
}

/** `image` bytes [32 · 32 · 3] -> the training face nearest to it: `image`, `distance` [1], `labels` [attributes]. */
function nearestFace({images, labels, attributes}: AttributeDataset, pixels: unknown) {
  if (!(pixels instanceof Uint8Array))
    throw new RangeError("invalid image: not there, or not bytes (32 · 32 · 3 bytes)");
  const {index, distance} = nearestPicture(pixels, images);
  const row = labels.slice(index * attributes.length, (index + 1) * attributes.length);
  return {
    image: pick(images, [index]),
    distance: {data: Float32Array.of(distance), shape: [1]},
    labels: {data: row, shape: [attributes.length]},
  };
}

/** The faces of the wanted kind: with every combination, or with glasses exactly on those with white hair. */
function trainingFaces(context: Context): AttributeDataset {
  const all = facesIn(context, "faces-train");
  if (context.params.trainingFaces === "independent") return all;
  const {attributes, labels, images} = all;
  const column = (name: string) => attributeIndex(attributes, name);
  const label = (i: number, name: string) => labels[i * attributes.length + column(name)]!;
  const white = attributes[column("hairColour")]!.options.indexOf("white");
  const kept = [...Array(images.shape[0]).keys()].filter(
    (i) => label(i, "glasses") > 0 === (label(i, "hairColour") === white),
  );
  return chosenPictures(all, kept);
}

function firstOf(set: AttributeDataset, count: number): AttributeDataset {
  return chosenPictures(set, [...Array(count).keys()]);
}

function facesIn(context: Context, name: string): AttributeDataset {
  return attributeDataset(faces, fileOf(context.files, name));
}
