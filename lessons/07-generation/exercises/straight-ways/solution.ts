/** Heun's step from `x` at the time `t`: along the mean of the velocity there and that where Euler's step gets. */
export function heunStep(
  x: number[],
  first: number[],
  second: number[],
  t: number,
  next: number,
): number[] {
  return x.map((value, k) => value + ((next - t) * (first[k]! + second[k]!)) / 2);
}

/** How much longer all ways together are than straight lines between their ends, as a share. */
export function detour(ways: number[][][]): number {
  let [along, straight] = [0, 0];
  for (const way of ways) {
    for (let i = 1; i < way.length; i++) along += distance(way[i - 1]!, way[i]!);
    straight += distance(way[0]!, way[way.length - 1]!);
  }
  return along / straight - 1;
}

/** The place and the velocity at the time `t` on the straight line between the ends of each way. */
export function ownPairs(ways: number[][][], t: number): {x: number[]; target: number[]}[] {
  return ways.map((way) => {
    const [noise, end] = [way[0]!, way[way.length - 1]!];
    const x = noise.map((value, k) => (1 - t) * value + t * end[k]!);
    const target = noise.map((value, k) => end[k]! - value);
    return {x, target};
  });
}

function distance(a: number[], b: number[]): number {
  return Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0));
}
