/**
 * `npx tsx data/record-home.ts`: writes the pictures of chapters that home shows, from the recorded runs; and a digit on its way out of noise,
 * by the weights that the first picture is made with.
 */
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {unpackBundle} from "../lib/bundle.js";
import {type ByteImages, pick, toBytes} from "../lib/image.js";
import {toldDigits, toldDigitWay} from "../lib/models/flow/told-digits.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import type {Snapshot} from "../lib/training/protocol.js";
import {type Recording, unpackRecording} from "../lib/training/recording.js";
import {widthsOf} from "../src/experiments/double-descent/widths.js";
import {dataFile} from "./data-file.js";
import {palettePng, sheet, sheetPng} from "./png.js";
import {PointsCanvas} from "./points-picture.js";
import {writeData} from "./write-manifest.js";

/** The dark theme's, on black. */
const [blue, orange, deepOrange] = [
  [96, 165, 250],
  [251, 146, 60],
  [150, 84, 30],
] as const;
const green = [132, 224, 172] as const;
const size = {width: 320, height: 240};

/** Runs whose last pictures are shown as they are. */
const sheetsOf = {
  "paint-agent": "digits that an agent painted",
  "own-class": "drawings of a new sign",
  "fool-the-metric": "pictures that fool a score",
  "product-designer": "garments that were liked",
} as const;
/** The picture that the page shows first. */
const firstSeed = 1;

const faces = pick(endOf("vae-faces").family as ByteImages, [...Array(12).keys()]);
write(
  "vae-faces",
  palettePng(sheet(faces, 4, 1, 0), 48),
  "faces that were never drawn",
  faces.shape,
);
write("gan-plane", palettePng(ganPlane(), 24), "real and generated points", [300, 2]);
write("diffusion-plane", palettePng(diffusionPlane(), 24), "ways out of noise", [200, 2]);
write("double-descent", palettePng(errorsByWidth(), 24), "errors by width", [39, 2]);
for (const [id, what] of Object.entries(sheetsOf)) {
  const pictures = pick(endOf(id).samples as ByteImages, [...Array(12).keys()]);
  write(id, sheetPng(pictures, 4, 1, 0), what, pictures.shape);
}
const digits = endOf("gan-digits").samples as ByteImages;
write("gan-digits", sheetPng(digits, 8, 1, 1), "digits that nobody wrote", digits.shape);
const copies = pairs(endOf("memorisation"));
write("memorisation", sheetPng(copies, 6, 1, 0), "made ones over learned ones", copies.shape);
const steps = await wayOut();
write("first-picture", sheetPng(steps, 4, 1, 0), "a digit on its way out of noise", steps.shape, {
  ...{seed: firstSeed, steps: toldDigits.steps, backend: "plain arithmetic"},
});

function ganPlane(): ByteImages {
  const {real, generated} = endOf("gan-plane");
  const canvas = new PointsCanvas({...size, reach: 0.95});
  canvas.points(real!.data as Float32Array, blue, 2.6);
  canvas.points(generated!.data as Float32Array, orange, 2.6);
  return canvas.image();
}

function diffusionPlane(): ByteImages {
  const {real, trail} = endOf("diffusion-plane");
  const canvas = new PointsCanvas({...size, reach: 1.1});
  const [times, count] = trail!.shape as [number, number];
  const places = trail!.data as Float32Array;
  const at = (time: number, i: number) =>
    places.subarray((time * count + i) * 2, (time * count + i) * 2 + 2);
  for (let i = 0; i < count; i += 5) {
    const way = Array.from({length: times}, (_, time) => [...at(time, i)]);
    canvas.way(Float32Array.from(way.flat()), deepOrange, 0.5);
  }
  canvas.points(real!.data as Float32Array, blue, 2.2);
  canvas.points(places.subarray((times - 1) * count * 2), orange, 2.6);
  return canvas.image();
}

/** Of what was learned from in orange, of the test in green; the number of features from left to right, on a logarithmic axis. */
function errorsByWidth(): ByteImages {
  const {params, curves, measurements} = recordingOf("double-descent");
  const widths = widthsOf(Number(params.pictures));
  const canvas = new PointsCanvas({...size, reach: 1});
  const [first, last] = [Math.log(widths[0]!), Math.log(widths.at(-1)!)];
  const place = (step: number, error: number) => [
    2.4 * ((Math.log(widths[step - 1]!) - first) / (last - first)) - 1.2,
    error / 50 - 0.9,
  ];
  const train = Array.from(curves.trainError!, (error, i) => place(i + 1, error));
  const test = measurements
    .filter(({step}) => step > 0)
    .map(({step, scalars}) => place(step, scalars.testError!));
  canvas.way(Float32Array.from(train.flat()), orange, 2.2);
  canvas.way(Float32Array.from(test.flat()), green, 2.6);
  return canvas.image();
}

/** Six made ones, the six learned from that are nearest, and the next six of each. */
function pairs({made, nearest}: Snapshot["arrays"]): ByteImages {
  const both = [made, nearest] as ByteImages[];
  const rows = [0, 6].flatMap((start) =>
    both.map((images) =>
      pick(
        images,
        [...Array(6).keys()].map((i) => start + i),
      ),
    ),
  );
  const data = Uint8Array.from(rows.flatMap((row) => [...row.data]));
  return {data, shape: [24, ...both[0]!.shape.slice(1)] as unknown as ByteImages["shape"]};
}

/** Twelve of its steps, the noise first. */
async function wayOut(): Promise<ByteImages> {
  const {classes, side, steps} = toldDigits;
  const digit = new Random(firstSeed).fork("digit").integer(classes);
  const noise = new Random(firstSeed).normals(side * side);
  const weights = dequantise(unpackBundle(dataFile("first-picture")).arrays);
  const frames: Float32Array[] = [];
  for await (const {x} of toldDigitWay(weights)(digit, noise)) frames.push(x.slice());
  const shown = Array.from({length: 12}, (_, i) => [...frames[Math.round((i * steps) / 11)]!]);
  return toBytes({data: Float32Array.from(shown.flat()), shape: [12, side, side, 1]});
}

function endOf(id: string): Snapshot["arrays"] {
  return recordingOf(id).snapshots.at(-1)!.arrays;
}

function recordingOf(id: string): Recording {
  const file = new URL(`recorded/${id}.bin.gz`, import.meta.url);
  return unpackRecording(gunzipSync(readFileSync(file)));
}

function write(
  id: string,
  png: Uint8Array,
  what: string,
  shape: readonly number[],
  details?: Readonly<Record<string, string | number>>,
): void {
  const {bytes} = writeData(`recorded-${id}-home`, png, {
    source: {title: "made by this course", url: "", version: ""},
    author: "From Noise authors",
    licence: "MIT",
    licenceNote: "",
    script: "npx tsx data/record-home.ts",
    file: `recorded/${id}-home.png`,
    title: details ? what : `${what}, from the end of the recorded run`,
    shape,
    ...(details && {details}),
  });
  console.log(`recorded/${id}-home.png: ${bytes} bytes`);
}
