/** The references of runs.py by experiment: the data they are given, and how what they send back is measured. */

import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {dataFile, dataFiles} from "../data/data-file.js";
import {attributeDataset} from "../lib/datasets/attribute-dataset.js";
import {faces} from "../lib/datasets/faces.js";
import {findPointSet} from "../lib/datasets/points.js";
import {jensenShannon} from "../lib/metrics/jensen-shannon.js";
import type {Params} from "../lib/params.js";
import {Random} from "../lib/random.js";
import {heldOutIn, type StraightenedPictures} from "../src/experiments/shared/held-out.setup.js";
import {heldOutCount} from "../src/experiments/shared/plane/plane-params.js";
import {testedFaces} from "../src/experiments/vae-faces/experiment.js";
import {measureFaces, measurePictures} from "./picture-measures.js";

type Scalars = Readonly<Record<string, number>>;

/** Data in a file, for runs.py. */
export interface Prepared {
  readonly path: string;
  /** Bytes of a picture. */
  readonly pixels?: number;
  /** So many pictures, the last ones, are held out. */
  readonly heldOut?: number;
}

export interface Reference {
  prepare?(params: Params): Prepared;
  /** Samples asked for at each measurement. */
  readonly samples?: number;
  /** The measures of what came back; one without it measures itself. */
  measure?(bytes: Uint8Array, params: Params): Promise<Scalars>;
}

const sampleCount = 500;
const pictures: Reference = {
  samples: sampleCount,
  measure: (bytes, {dataset}) => measurePictures(bytes, String(dataset)),
};
const plane: Reference = {prepare: preparePlane};
const learnedPoints = 100_000;
const measuredPoints = 2000;

export const references: Readonly<Record<string, Reference>> = {
  "digit-classifier": {},
  "gan-digits": pictures,
  "conditional-gan": pictures,
  autoencoder: plane,
  "vae-digits": plane,
  "vae-faces": {prepare: prepareFaces, measure: (bytes) => measureFaces(bytes, testFaces())},
  "gan-plane": {
    samples: measuredPoints,
    prepare: ({points}) => {
      const drawn = findPointSet(String(points))(new Random(1), learnedPoints);
      return {path: written(new Uint8Array(drawn.buffer, drawn.byteOffset, drawn.byteLength))};
    },
    async measure(bytes, {points}) {
      const real = findPointSet(String(points))(new Random(2), measuredPoints);
      return {divergence: jensenShannon(real, new Float32Array(bytes.slice().buffer))};
    },
  },
};

/** The pictures of the plane, upright as the course has them. */
function preparePlane(params: Params): Prepared {
  const {dataset, straighten} = params as unknown as StraightenedPictures;
  const name = `${dataset}-train`;
  const {train, test} = heldOutIn(dataFiles(name), {dataset, straighten}, heldOutCount);
  const [count, h, w] = test.images.shape;
  const path = written(Buffer.concat([train.images.data, test.images.data]));
  return {path, pixels: h * w, heldOut: count};
}

function prepareFaces(): Prepared {
  const {images} = attributeDataset(faces, dataFile("faces-train"));
  const [, h, w, c] = images.shape;
  const path = written(Buffer.concat([images.data, testFaces().images.data]));
  return {path, pixels: h * w * c, heldOut: testedFaces};
}

function testFaces() {
  const {images, ...rest} = attributeDataset(faces, dataFile("faces-test"));
  const [, h, w, c] = images.shape;
  const data = images.data.slice(0, testedFaces * h * w * c);
  return {...rest, images: {data, shape: [testedFaces, h, w, c] as const}};
}

function written(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "from-noise-")), "data.bin");
  writeFileSync(path, bytes);
  return path;
}
