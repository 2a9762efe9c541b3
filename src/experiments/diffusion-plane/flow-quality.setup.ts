/** The measurements of a flow on the plane: distances to points that were never learned from, and how straight its ways are. */
import type {DrawPoints} from "../../lib/datasets/dataset.js";
import {halfSampleInterval} from "../../lib/metrics/bootstrap-interval.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {rowsAt} from "../../lib/metrics/sample.js";
import {wassersteinDistance, wassersteinFloor} from "../../lib/metrics/wasserstein-distance.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import type {SamplerStep} from "../../lib/models/flow/sampling.js";
import {Random} from "../../lib/random.js";
import {fewSteps, matchedPoints} from "./experiment.js";
import {type Beginning, type Going, wayOf} from "./flow-sampling.setup.js";

const few: Going = {sampler: "euler", samplingSteps: fewSteps, eta: 0, guidance: 1};
/** Steps by which the detour is measured. */
const fine: Going = {...few, samplingSteps: 40};

/** Halves of the ways that an interval is made of. */
const halfCount = 20;

/** The same noise and the same points at every measurement. */
export function flowQuality(
  flow: FlowModel,
  draw: DrawPoints,
  beginning: Beginning,
  random: Random,
) {
  const heldOut = draw(random.fork("held out"), matchedPoints);
  const chance = random.fork("floor");
  const halves = random.fork("halves").state();
  let floor: Floor | undefined;
  const ownSteps = {...beginning, mix: undefined};
  const endOf = async (from: Beginning, sampling: Going) =>
    (await wayOf(flow, from, sampling)).at(-1)!.x;
  return async (sampling: Going) => {
    floor ??= wassersteinFloor(() => draw(chance, matchedPoints));
    const ways = await wayOf(flow, ownSteps, fine);
    const detour = detourOf(ways);
    const scalars = {
      distance: wassersteinDistance(await endOf(beginning, sampling), heldOut),
      fewDistance: wassersteinDistance(await endOf(ownSteps, few), heldOut),
      detour,
    };
    const floors = {distance: floor, fewDistance: floor, detour: {low: 0, high: 0}};
    const intervals = {detour: detourInterval(ways, detour, Random.from(halves))};
    return {scalars, floors, intervals, arrays: {}};
  };
}

/** How much longer the ways are than straight lines between their ends, all of them together, in per cent. */
export function detourOf(stops: readonly Pick<SamplerStep, "x">[]): number {
  const xs = stops.map(({x}) => x);
  const walked = xs.slice(1).reduce((sum, x, i) => sum + totalLength(xs[i]!, x), 0);
  return 100 * (walked / totalLength(xs[0]!, xs.at(-1)!) - 1);
}

/** By halves of the ways; with their number. */
function detourInterval(stops: readonly Pick<SamplerStep, "x">[], detour: number, random: Random) {
  const n = stops[0]!.x.length / 2;
  const ofHalf = (rows: Uint32Array) => detourOf(stops.map(({x}) => ({x: rowsAt(x, rows, 2)})));
  return {...halfSampleInterval(n, detour, ofHalf, halfCount, random), n};
}

function totalLength(from: Float32Array, to: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < from.length; i += 2) {
    const [dx, dy] = [to[i]! - from[i]!, to[i + 1]! - from[i + 1]!];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}
