/** Endless batches of points with their classes. */
import {type ClassOf, classesOf} from "../datasets/point-classes.js";
import type {BatchSource, Samples} from "./batches.js";
import type {LabelledSamples} from "./labelled-batches.js";

/** The batches of `points`, each point with the class of its place, `label` [B]. */
export function labelledPoints(
  points: BatchSource<Samples>,
  classOf: ClassOf,
): BatchSource<LabelledSamples> {
  return {
    ...points,
    next() {
      const {x} = points.next();
      return {x, label: {data: classesOf(classOf, x.data), shape: [x.shape[0]!]}};
    },
  };
}
