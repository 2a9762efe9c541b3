// expect: with respect to the variance
/** One mean and one log-variance for each number of a code. */
interface Gaussian {
  mu: number[];
  logvar: number[];
}

/** The divergence of `p` from `q`, in nats. */
export function gaussianKl(p: Gaussian, q: Gaussian): number {
  let total = 0;
  for (let j = 0; j < p.mu.length; j++) {
    const wider = p.logvar[j]! - q.logvar[j]!;
    const apart = p.mu[j]! - q.mu[j]!;
    total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-q.logvar[j]!) - 1);
  }
  return total;
}

/** The divergence of `p` from the standard normal, in nats. */
export function standardKl(p: Gaussian): number {
  let total = 0;
  for (const [j, mu] of p.mu.entries())
    total += 0.5 * (mu ** 2 + Math.exp(p.logvar[j]!) - p.logvar[j]! - 1);
  return total;
}

/** How `standardKl` changes with each mean and each log-variance. */
export function standardKlGradient(p: Gaussian): Gaussian {
  return {
    mu: [...p.mu],
    logvar: p.logvar.map((logvar) => 0.5 * (1 - Math.exp(-logvar))),
  };
}
