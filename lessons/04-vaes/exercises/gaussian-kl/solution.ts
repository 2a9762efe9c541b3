/** One mean and one log-variance for each number of a code. */
interface Gaussian {
  mu: number[];
  logvar: number[];
}

/** The divergence of `q` from `p`, in nats. */
export function gaussianKl(q: Gaussian, p: Gaussian): number {
  let total = 0;
  for (let j = 0; j < q.mu.length; j++) {
    const wider = q.logvar[j]! - p.logvar[j]!;
    const apart = q.mu[j]! - p.mu[j]!;
    total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1);
  }
  return total;
}

/** The divergence of `q` from the standard normal, in nats. */
export function standardKl(q: Gaussian): number {
  let total = 0;
  for (const [j, mu] of q.mu.entries())
    total += 0.5 * (mu ** 2 + Math.exp(q.logvar[j]!) - q.logvar[j]! - 1);
  return total;
}

/** How `standardKl` changes with each mean and each log-variance. */
export function standardKlGradient(q: Gaussian): Gaussian {
  return {
    mu: [...q.mu],
    logvar: q.logvar.map((logvar) => 0.5 * (Math.exp(logvar) - 1)),
  };
}
