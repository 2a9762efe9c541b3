/** One mean and one log-variance for each number of a code. */
interface Gaussian {
  mu: number[];
  logvar: number[];
}

/** The divergence of `p` from `q`, in nats. */
export function gaussianKl(p: Gaussian, q: Gaussian): number {
  return Number.NaN;
}

/** The divergence of `p` from the standard normal, in nats. */
export function standardKl(p: Gaussian): number {
  return Number.NaN;
}

/** How `standardKl` changes with each mean and each log-variance. */
export function standardKlGradient(p: Gaussian): Gaussian {
  return {mu: [], logvar: []};
}
