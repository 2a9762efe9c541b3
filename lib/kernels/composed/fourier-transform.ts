/**
 * The discrete Fourier transform, for any length n, by splitting off one prime factor p after the other (Cooley and Tukey 1965):
 *
 *   X[k] = sum over j of x[j] exp(∓2πi jk / n),   from the p transforms of x[r], x[p + r], x[2p + r], …
 *
 * In double precision, which takes n times the sum of n's prime factors in steps.
 */

export interface ComplexNumbers {
  readonly real: Float64Array;
  readonly imag: Float64Array;
}

/** Of x, or with the other sign and a division by n, its inverse. */
export function fourierTransform({real, imag}: ComplexNumbers, isInverse: boolean): ComplexNumbers {
  const n = real.length;
  const turns = Float64Array.from({length: n}, (_, i) => (2 * Math.PI * i) / n);
  const roots = {
    real: turns.map((turn) => Math.cos(turn)),
    imag: turns.map((turn) => (isInverse ? Math.sin(turn) : -Math.sin(turn))),
  };
  const y = transformed({real, imag}, 0, 1, n, roots);
  if (!isInverse) return y;
  return {real: y.real.map((value) => value / n), imag: y.imag.map((value) => value / n)};
}

/** Of the `n` values from `from` on, every `step`-th. */
function transformed(
  x: ComplexNumbers,
  from: number,
  step: number,
  n: number,
  roots: ComplexNumbers,
): ComplexNumbers {
  if (n <= 1) return {real: x.real.slice(from, from + n), imag: x.imag.slice(from, from + n)};
  const p = leastFactor(n);
  const m = n / p;
  const parts = Array.from({length: p}, (_, r) =>
    transformed(x, from + r * step, step * p, m, roots),
  );
  const y = {real: new Float64Array(n), imag: new Float64Array(n)};
  for (let k = 0; k < n; k++)
    for (let r = 0; r < p; r++) {
      const root = (step * ((r * k) % n)) % roots.real.length;
      const [c, s] = [roots.real[root]!, roots.imag[root]!];
      const [a, b] = [parts[r]!.real[k % m]!, parts[r]!.imag[k % m]!];
      y.real[k]! += a * c - b * s;
      y.imag[k]! += a * s + b * c;
    }
  return y;
}

function leastFactor(n: number): number {
  for (let p = 2; p * p <= n; p++) if (n % p === 0) return p;
  return n;
}
