import type {IntervalSource} from "../../lib/training/experiment.js";

/** Of distances between two clouds of points, which a half of the points does not have: fewer are farther apart by chance alone. */
export const noPointsInterval: IntervalSource = {
  none: "the floor says what chance does to as many points",
};
