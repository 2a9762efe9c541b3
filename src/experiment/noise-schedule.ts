/** Pictures destroyed by noise: the figure with its data and the three paths. */
import {noiseSchedule} from "../figures/denoise/noise-schedule.js";
import {readIdx} from "../lib/datasets/idx.js";
import type {ByteImages} from "../lib/image.js";
import {pick} from "../lib/image.js";
import {type PathName, paths} from "../lib/models/flow/path.js";
import {pictureFile} from "./picture-file.js";

const names: Readonly<Record<PathName, string>> = {
  straight: "straight",
  cosine: "cosine",
  ddpm: "DDPM, 2020",
};

export async function noiseScheduleFigure(): Promise<HTMLElement> {
  const {grey, colour} = picturesIn(await pictureFile("noise-pictures"));
  return noiseSchedule({
    label: "a picture destroyed by noise",
    pictures: [
      {name: "a digit", image: pick(grey, [0])},
      {name: "a garment", image: pick(grey, [1])},
      {name: "a face", image: colour},
    ],
    paths: (Object.keys(paths) as PathName[]).map((name) => ({
      name: names[name],
      at: (t) => ({signal: paths[name].signal(t), noise: paths[name].noise(t)}),
    })),
  });
}

/** The two parts of the file: see `data/pack-noise-pictures.ts`. */
export function picturesIn(bytes: Uint8Array): Readonly<Record<"grey" | "colour", ByteImages>> {
  const grey = readIdx(bytes);
  const colour = readIdx(bytes, grey.end);
  const [n, h, w] = grey.shape as [number, number, number];
  const [m] = colour.shape as [number];
  return {
    grey: {data: grey.data, shape: [n, h, w, 1]},
    colour: {data: colour.data, shape: [m, h, w, 3]},
  };
}
