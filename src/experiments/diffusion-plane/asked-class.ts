/** A class of points that is asked for: which real points are of it, and how the generated ones compare with them. */
import {type ClassOf, findPointClass, placesOfClass} from "../../lib/datasets/point-classes.js";
import {pointSpread} from "../../lib/metrics/point-spread.js";
import type {Params} from "../../lib/params.js";
import type {flowParams} from "./flow-params.js";

type Asking = Pick<Params<typeof flowParams>, "told" | "asked" | "points">;

export interface AskedClass {
  readonly classOf: ClassOf;
  /** 0 to 3. */
  readonly label: number;
}

/** Of how many generated points the class is right, in per cent, and how wide they are, real ones of the class being 100. */
export interface AskedFacts {
  readonly right: number;
  readonly spread: number;
}

/** What is asked for, if the network is told classes and one is asked. */
export function askedClass({told, asked, points}: Asking): AskedClass | undefined {
  if (told !== "class" || asked === "nothing") return undefined;
  return {classOf: findPointClass(points), label: Number(asked) - 1};
}

/** Both [n, 2] flat. */
export function askedFacts(
  {classOf, label}: AskedClass,
  real: Float32Array,
  generated: Float32Array,
): AskedFacts {
  const right = placesOfClass(classOf, label, generated).length / generated.length;
  const {spread} = pointSpread(placesOfClass(classOf, label, real));
  return {right: 100 * right, spread: (100 * pointSpread(generated).spread) / spread};
}

export function askedText({right, spread}: AskedFacts): string {
  return `${right.toFixed(0)} % of the generated points are of the class asked for. They are spread ${spread.toFixed(0)} % as widely as its real points.`;
}
