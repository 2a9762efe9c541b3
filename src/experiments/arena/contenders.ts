/** What page and worker agree on about the four. */

export const contenders = ["gan", "vae", "tokens", "flow"] as const;

export type Contender = (typeof contenders)[number];

export type PerContender<T> = Readonly<Record<Contender, T>>;

export const contenderNames: PerContender<string> = {
  gan: "GAN",
  vae: "VAE",
  tokens: "tokens",
  flow: "diffusion",
};

/** Pixels along an edge. */
export const side = 14;
/** Turns in a second: in each, every contender has a tenth of one. */
export const turnsPerSecond = 10;
/** Steps a second of each on two cores without a GPU, and how many times as many there may be. */
export const usualRates = {gan: 100, vae: 350, tokens: 150, flow: 50} as const;
export const mostTimes = 4;

/** Steps that a contender takes in `turn`, from 1 on, at `rate` whole steps a second. Whole numbers only, so that it is the same everywhere. */
export function stepsIn(turn: number, rate: number): number {
  return stepsBy(turn, rate) - stepsBy(turn - 1, rate);
}

/** Steps that a contender has taken after `turns` turns. */
export function stepsBy(turns: number, rate: number): number {
  return Math.floor((turns * rate) / turnsPerSecond);
}

export function perContender<T>(make: (name: Contender) => T): PerContender<T> {
  return Object.fromEntries(contenders.map((name) => [name, make(name)])) as PerContender<T>;
}
