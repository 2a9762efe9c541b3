/** Where each generated point would be carried, when all of them are carried the least distance: see wasserstein-distance.ts. */
import {formatNumber} from "../../controls/format.js";
import type {NdArray} from "../../lib/array.js";
import {leastMatching} from "../../lib/metrics/wasserstein-distance.js";
import type {Point} from "../point.js";
import {type Segments, segments} from "./layers/segments.js";
import type {PlaneLayer} from "./plane-layer.js";
import {markSample} from "./plane-legend.js";
import type {PointPlaneData} from "./point-layers.js";

interface Carried extends Segments {
  readonly distance: number;
}

/** A line from each of the first `count` generated points to its real one. They are matched only where they are to be seen. */
export function carriedLayer(count: number): PlaneLayer<PointPlaneData, Point> {
  const isOn = ({arrays, isCarried, drawing}: PointPlaneData) =>
    (isCarried ?? false) && !drawing && "generated" in arrays && "real" in arrays;
  const find = remembered(count);
  const of = (data: PointPlaneData) => (isOn(data) ? find(data) : undefined);
  return {
    ...segments(of, "--ink-soft"),
    isOn,
    legend: {
      name: "carried",
      words: "where each would be carried",
      sample: () => markSample("M2,5H24"),
    },
    says(data) {
      const carried = of(data);
      return carried && `carried ${formatNumber(carried.distance)} on average`;
    },
  };
}

/** Matching takes some milliseconds, and a plane is drawn more often than its points move. */
function remembered(count: number) {
  let of: PointPlaneData["arrays"] | undefined;
  let found: Carried | undefined;
  return ({arrays}: PointPlaneData): Carried => {
    if (!found || of !== arrays) found = carriedOf(arrays.generated!, arrays.real!, count);
    of = arrays;
    return found;
  };
}

function carriedOf(generated: NdArray, real: NdArray, count: number): Carried {
  const size = 2 * Math.min(count, generated.data.length / 2, real.data.length / 2);
  const [points, targets] = [generated, real].map(({data}) =>
    Float32Array.from(data.subarray(0, size)),
  );
  const {distance, from} = leastMatching(points!, targets!);
  const start = new Float32Array(size);
  from.forEach((i, j) => {
    start.set(points!.subarray(2 * i, 2 * i + 2), 2 * j);
  });
  return {from: start, to: targets!, distance};
}
