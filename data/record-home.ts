/**
 * `npx tsx data/record-home.ts`: writes the pictures of chapters that home shows, from the recorded runs: points of the GAN's plane, faces,
 * and ways out of noise.
 */
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {type ByteImages, pick} from "../lib/image.js";
import type {Snapshot} from "../lib/training/protocol.js";
import {unpackRecording} from "../lib/training/recording.js";
import {palettePng, sheet} from "./png.js";
import {PointsCanvas} from "./points-picture.js";
import {writeData} from "./write-manifest.js";

/** The dark theme's, on black. */
const [blue, orange, deepOrange] = [
  [96, 165, 250],
  [251, 146, 60],
  [150, 84, 30],
] as const;
const size = {width: 320, height: 240};

const faces = pick(endOf("vae-faces").family as ByteImages, [...Array(12).keys()]);
write(
  "vae-faces",
  palettePng(sheet(faces, 4, 1, 0), 48),
  "faces that were never drawn",
  faces.shape,
);
write("gan-plane", palettePng(ganPlane(), 24), "real and generated points", [300, 2]);
write("diffusion-plane", palettePng(diffusionPlane(), 24), "ways out of noise", [200, 2]);

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

function endOf(id: string): Snapshot["arrays"] {
  const file = new URL(`recorded/${id}.bin.gz`, import.meta.url);
  return unpackRecording(gunzipSync(readFileSync(file))).snapshots.at(-1)!.arrays;
}

function write(id: string, png: Uint8Array, what: string, shape: readonly number[]): void {
  const {bytes} = writeData(`recorded-${id}-home`, png, {
    source: {title: "made by this course", url: "", version: ""},
    author: "From Noise authors",
    licence: "MIT",
    licenceNote: "",
    script: "npx tsx data/record-home.ts",
    file: `recorded/${id}-home.png`,
    title: `${what}, from the end of the recorded run`,
    shape,
  });
  console.log(`recorded/${id}-home.png: ${bytes} bytes`);
}
