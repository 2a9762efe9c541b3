/** One mean and one log-variance for each number of a code. */
interface Gaussian {
  mu: number[];
  logvar: number[];
}

/** The divergence of `q` from `p`, in nats. */
export function gaussianKl(q: Gaussian, p: Gaussian): number {
  return Number.NaN;
}

/** The divergence of `q` from the standard normal, in nats. */
export function standardKl(q: Gaussian): number {
  return Number.NaN;
}

/** How `standardKl` changes with each mean and each log-variance. */
export function standardKlGradient(q: Gaussian): Gaussian {
  return {mu: [], logvar: []};
}
