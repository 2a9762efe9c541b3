import type {NdArray} from "../../lib/array.js";
import {type Figure, figure} from "../figure.js";
import type {Point} from "../point.js";
import {axes, crosshair} from "./layers/frame.js";
import {cross, grain, points} from "./layers/points.js";
import {trails} from "./layers/trails.js";
import {plane} from "./plane.js";
import type {PlaneLayer} from "./plane-layer.js";
import {markSample} from "./plane-legend.js";
import {placeText} from "./point-text.js";

/** F stops of codes on their way out of noise. */
export interface CodePlaneData {
  /** Codes of real pictures, [n, 2]. */
  readonly real: NdArray;
  /** [F, m, 2] */
  readonly trail: NdArray;
  /** The first of the m, whose pictures are shown elsewhere. */
  readonly shown: number;
  readonly stop: number;
}

/** Scaled codes, as noise, lie within. */
const extent = 3;

type Layer = PlaneLayer<CodePlaneData, Point>;

const real: Layer = {
  ...points(({real}) => real.data, grain, "--real"),
  legend: {
    name: "real",
    words: "codes of real pictures",
    sample: () => markSample("M9,5a4,4,0,1,0,8,0a4,4,0,1,0,-8,0"),
  },
  says: ({real}) => `${real.data.length / 2} codes of real pictures`,
};
const ways: Layer = trails(
  ({trail, shown, stop}) => ({stops: trail, count: shown, at: stop}),
  "--generated",
);
const crowd: Layer = points(({trail, stop}) => placesAt(trail, stop), grain, "--generated");
const made: Layer = {
  ...points(
    ({trail, shown, stop}) => placesAt(trail, stop).subarray(0, 2 * shown),
    cross,
    "--generated",
  ),
  legend: {
    name: "generated",
    words: "codes on their way",
    sample: () => markSample("M9,1l8,8M17,1l-8,8"),
  },
  says: ({trail, stop}) =>
    `${trail.shape[1]} codes on their way, stop ${stop} of ${trail.shape[0]! - 1}`,
};

/** Two numbers of codes: those of real pictures, and those that a flow makes, at a stop of their way. Its value is the stop. */
export function codePlane({
  label,
  size,
}: {
  readonly label: string;
  readonly size: number;
}): Figure<CodePlaneData, number> {
  const {element: root, update} = plane<CodePlaneData, Point>({
    label,
    size,
    extent,
    class: "fig-plane fig-codes",
    layers: [real, crowd, ways, made, axes(), crosshair()],
    legend: [real, made],
    look: (place) => place,
    isFleeting: true,
    nameOf: placeText,
    keys: () => "arrow keys move a cursor and say where it is",
    partsRoom: 130,
  });
  const self = figure<CodePlaneData, number>(root, 0, (data) => {
    self.value = data.stop;
    update(data);
  });
  return self;
}

/** The places of one stop, flat. */
function placesAt({data, shape}: NdArray, stop: number): Float32Array {
  const size = 2 * shape[1]!;
  return (data as Float32Array).subarray(stop * size, (stop + 1) * size);
}
