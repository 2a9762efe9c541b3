/** The chance of `k` or more right ones of `n`, if each is right with chance `p`. */
export function atLeast(k: number, n: number, p: number): number {
  let sum = 0;
  let ways = 1;
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += ways * p ** i * (1 - p) ** (n - i);
    ways = (ways * (n - i)) / (i + 1);
  }
  return sum;
}

/** The exact 95 % interval of the chance of a judge who was right `right` times in `rounds`. */
export function interval(right: number, rounds: number): {low: number; high: number} {
  const low = right === 0 ? 0 : chanceOf(right, rounds, 0.025);
  const high = right === rounds ? 1 : chanceOf(right + 1, rounds, 0.975);
  return {low, high};
}

/** The p at which `k` or more of `n` have the chance `wanted`. */
function chanceOf(k: number, n: number, wanted: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (atLeast(k, n, middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
