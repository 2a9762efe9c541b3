/** One step of flow matching for points of the plane: what the batch costs before it, and the weights after it. */
export function step(weights: number[][], points: number[][], noise: number[][], times: number[]) {
  // Each pair's place at its time, and the velocity that the field should have there.
  const places = points.map((point, i) => mixed(point, noise[i]!, times[i]!));
  const targets = points.map((point, i) => minus(noise[i]!, point));

  // Forwards: what it says there, and by how much it misses.
  const features = places.map((place, i) => featuresOf(place, times[i]!));
  const said = features.map((row) => weights.map((each) => dot(each, row)));
  const misses = said.map((velocity, i) => minus(velocity, targets[i]!));
  const loss = sum(misses.map((miss) => dot(miss, miss))) / points.length;

  // Backwards: how the loss changes with each weight, and a step down.
  const moved = weights.map((row, k) =>
    row.map((weight, j) => {
      const slope = sum(features.map((each, i) => 2 * misses[i]![k]! * each[j]!));
      return weight - (0.5 * slope) / points.length;
    }),
  );
  return {loss, weights: moved};
}

/** The place of a pair at a time of the straight path. */
function mixed(point: number[], noise: number[], t: number): number[] {
  return point.map((value, k) => t * value + (1 - t) * noise[k]!);
}

/** For each of the moments 0, 0.2, … 1 a tent that is 1 there and 0 at its neighbours, times 1, x and y. */
function featuresOf(place: number[], t: number): number[] {
  const tents = [0, 1, 2, 3, 4, 5].map((k) => Math.max(0, 1 - Math.abs(5 * t - k)));
  return tents.flatMap((tent) => [tent, tent * place[0]!, tent * place[1]!]);
}

function minus(a: number[], b: number[]): number[] {
  return a.map((each, i) => each - b[i]!);
}

function dot(a: number[], b: number[]): number {
  return sum(a.map((each, i) => each * b[i]!));
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
