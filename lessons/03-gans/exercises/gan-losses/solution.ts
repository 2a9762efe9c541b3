/** The mean of -ln D over real pictures plus the mean of -ln(1 - D) over generated ones. */
export function discriminatorLoss(real: number[], fake: number[]): number {
  return mean(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)));
}

/** The mean of -ln D over generated pictures. */
export function generatorLoss(fake: number[]): number {
  return mean(fake.map((f) => softplus(-f)));
}

/** How the discriminator's loss changes with each logit. */
export function discriminatorGradient(
  real: number[],
  fake: number[],
): {real: number[]; fake: number[]} {
  return {
    real: real.map((r) => -sigmoid(-r) / real.length),
    fake: fake.map((f) => sigmoid(f) / fake.length),
  };
}

/** How the generator's loss changes with each logit. */
export function generatorGradient(fake: number[]): number[] {
  return fake.map((f) => -sigmoid(-f) / fake.length);
}

/** ln(1 + exp(x)), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
