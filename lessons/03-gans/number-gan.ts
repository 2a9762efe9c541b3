/**
 * The smallest GAN: pictures of one number. The generator makes shift + scale z of a random number z, the judge's logit for x is
 * bias + slope x + bend x². What the specs of its exercises hold an answer against; the answers have a step of their own.
 */
import type {Draw} from "../../lib/grading/draw.js";
import type {Trial} from "../../lib/grading/trial.js";
import type {TestRun} from "../../lib/grading/verdict.js";
import type {Random} from "../../lib/random.js";

export interface Judge {
  readonly bias: number;
  readonly slope: number;
  readonly bend: number;
}

export interface Generator {
  readonly shift: number;
  readonly scale: number;
}

export interface Players {
  readonly judge: Judge;
  readonly generator: Generator;
}

export interface Round extends Players {
  readonly real: readonly number[];
  readonly noise: readonly (readonly number[])[];
}

export const mean = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / values.length;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const logit = ({bias, slope, bend}: Judge, x: number) => bias + slope * x + bend * x * x;
export const made = ({shift, scale}: Generator, z: readonly number[]) =>
  z.map((e) => shift + scale * e);

/** The judge after a move that teaches it which are real. */
export function taught(judge: Judge, real: readonly number[], fakes: readonly number[]): Judge {
  const along = (power: number) =>
    mean(real.map((x) => -sigmoid(-logit(judge, x)) * x ** power)) +
    (fakes.length > 0 ? mean(fakes.map((x) => sigmoid(logit(judge, x)) * x ** power)) : 0);
  const moved = (weight: number, power: 0 | 1 | 2) => weight - 0.3 * (along(power) + 0.1 * weight);
  return {
    bias: moved(judge.bias, 0),
    slope: moved(judge.slope, 1),
    bend: moved(judge.bend, 2),
  };
}

/** The generator after a move of these fakes, put down to `z`, towards being called real (`sign` -1) or fake (1). */
export function pushed(
  {shift, scale}: Generator,
  judge: Judge,
  z: readonly number[],
  fakes: readonly number[],
  sign = -1,
): Generator {
  const push = fakes.map(
    (x) => sign * sigmoid(sign * logit(judge, x)) * (judge.slope + 2 * judge.bend * x),
  );
  return {
    shift: shift - 0.1 * mean(push),
    scale: scale - 0.1 * mean(push.map((each, i) => each * z[i]!)),
  };
}

export function rightJudge({judge, generator, real, noise}: Round): Judge {
  return taught(judge, real, made(generator, noise[0]!));
}

export function rightStep(round: Round): Players {
  const {generator, noise} = round;
  const judge = rightJudge(round);
  const z = noise[1]!;
  return {judge, generator: pushed(generator, judge, z, made(generator, z))};
}

export function drawRound(draw: Draw): Round {
  const weight = () => draw.number(-2, 2);
  const size = draw.size(1, 4, 20);
  return {
    judge: {bias: weight(), slope: weight(), bend: weight()},
    generator: {shift: weight(), scale: draw.number(0.1, 2)},
    real: draw.numbers(size, -1, 3),
    noise: draw.matrix(2, size, -2, 2),
  };
}

export const steps = 200;
const batch = 32;

/** Numbers around 1, and noise for both turns. */
export function rounds(random: Random): Pick<Round, "real" | "noise">[] {
  const normals = () => Array.from(random.normals(batch));
  return Array.from({length: steps}, () => ({
    real: normals().map((each) => 1 + 0.5 * each),
    noise: [normals(), normals()],
  }));
}

const begin: Players = {
  judge: {bias: 0, slope: 0, bend: 0},
  generator: {shift: -1, scale: 1},
};

/** How far the fakes' normal distribution is from that of the real numbers: the Fréchet distance, squared. */
export function distance({generator: {shift, scale}}: Players): number {
  return (shift - 1) ** 2 + (Math.abs(scale) - 0.5) ** 2;
}

export async function follow(
  data: readonly Pick<Round, "real" | "noise">[],
  step: (round: Round) => Promise<Players>,
): Promise<readonly Players[]> {
  const run: Players[] = [];
  let players = begin;
  for (const each of data) {
    players = await step({...players, ...each});
    run.push(players);
  }
  return run;
}

/** Asks the answer for its step of `round`. */
export function callStep(
  call: Trial["call"],
  {judge, generator, real, noise}: Round,
): Promise<unknown> {
  return call("step", judge, generator, real, noise);
}

export function playersOf(value: unknown, {field, number}: Trial["check"]): Players {
  const numbers = <K extends string>(of: unknown, names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, number(field(of, name))])) as Record<K, number>;
  return {
    judge: numbers(field(value, "judge"), ["bias", "slope", "bend"]),
    generator: numbers(field(value, "generator"), ["shift", "scale"]),
  };
}

export function comparedRun(
  label: string,
  yours: readonly Players[],
  right: readonly Players[],
): TestRun {
  const curve = (of: (players: Players) => number) => ({
    yours: Float32Array.from(yours, of),
    right: Float32Array.from(right, of),
  });
  return {
    label,
    curves: [
      {label: "their mean", role: "generated", ...curve(({generator}) => generator.shift)},
      {label: "their spread", role: "generated", ...curve(({generator}) => generator.scale)},
    ],
  };
}
