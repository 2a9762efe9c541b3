/** The distributions of points as pictures: bright where points fall, some draws of each. */
import type {ExploredSet} from "../figures/collection/explored-set.js";
import {pointSets} from "../lib/datasets/points.js";
import {Random} from "../lib/random.js";

const side = 28;
const draws = 12;
const points = 300;

export function pointPictures(): ExploredSet {
  const names = Object.keys(pointSets);
  const count = draws * names.length;
  const data = new Uint8Array(count * side * side);
  for (let i = 0; i < count; i++) {
    const places = pointSets[names[i % names.length]!]!(new Random(i), points);
    drawPoints(places, data.subarray(i * side * side, (i + 1) * side * side));
  }
  const labels = Array.from({length: count}, (_, i) => i % names.length);
  return {
    title: "points",
    images: {data, shape: [count, side, side, 1]},
    sortings: [{label: "distribution", options: names, labels}],
    provenance: {
      author: "From Noise authors",
      licence: "MIT",
      note: `Drawn on this page, ${points} points a picture. A run draws fresh ones with every batch, so that none is there twice.`,
      source: "five formulas",
      url: "",
    },
  };
}

/** The upper edge of the plane is the picture's first row. */
function drawPoints(places: Float32Array, picture: Uint8Array): void {
  const cell = (value: number) =>
    Math.min(side - 1, Math.max(0, Math.floor(((value + 1) / 2) * side)));
  for (let i = 0; i < places.length; i += 2) {
    const at = cell(-places[i + 1]!) * side + cell(places[i]!);
    picture[at] = Math.min(255, picture[at]! + 85);
  }
}
