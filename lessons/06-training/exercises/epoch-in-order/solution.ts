/** An epoch of learning, and a look at the validation points after it. */
export function epoch(state: State, data: Data, places: number[]) {
  let {weight, kept, least, waited} = state;
  let order: number[][] = [];
  let loss = Number.NaN;
  let isLower = undefined as boolean | undefined;
  // The lines, in order:
  order = inOrder(data.train, places);
  weight = learned(weight, order);
  loss = lossOn(data.validation, weight);
  isLower = isBelow(loss, least);
  kept = chosen(isLower, weight, kept);
  least = chosen(isLower, loss, least);
  waited = chosen(isLower, 0, waited + 1);
  // Set aside:
  // weight = learned(weight, data.validation);
  // loss = lossOn(data.test, weight);
  // End of the lines.
  return {weight, kept, least, waited};
}

interface State {
  weight: number;
  /** The weight of the look with the least loss. */
  kept: number;
  least: number;
  waited: number;
}

/** Points of x and y. */
interface Data {
  train: number[][];
  validation: number[][];
  test: number[][];
}

/** The points in the order of `places`. */
function inOrder(points: number[][], places: number[]): number[][] {
  return places.map((place) => points[place % points.length]!);
}

/** The weight after a step for each point. */
function learned(weight: number, points: number[][]): number {
  if (points.length === 0) throw new Error("the network learns before its points are in order");
  return points.reduce((w, [x, y]) => w - 0.1 * (w * x! - y!) * x!, weight);
}

/** The mean squared error. */
function lossOn(points: number[][], weight: number): number {
  return points.reduce((sum, [x, y]) => sum + (weight * x! - y!) ** 2, 0) / points.length;
}

function isBelow(loss: number, least: number): boolean {
  if (Number.isNaN(loss)) throw new Error("losses are compared before there is one of this epoch");
  return loss < least;
}

/** The new one where the loss is lower, else the old one. */
function chosen(isLower: boolean | undefined, now: number, before: number): number {
  if (isLower === undefined)
    throw new Error("something is kept before it is known whether the loss is lower");
  return isLower ? now : before;
}
