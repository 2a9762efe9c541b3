/** One step of the duel. The judge moves first; the generator learns from the judge as it is by then. */
export function step(judge: Judge, generator: Generator, real: number[], noise: number[][]) {
  let z: number[] = [];
  let fakes: number[] = [];
  let blame: Judge | null = null;
  let push: number[] = [];
  // The lines, in order:
  generator = moveGenerator(generator, push, z);
  fakes = generate(generator, z);
  push = pushTowards("fake", judge, fakes);
  z = noise[1]!;
  blame = slopeOfJudge(judge, fakes, real);
  z = noise[0]!;
  judge = moveJudge(judge, blame);
  push = pushTowards("real", judge, fakes);
  fakes = generate(generator, z);
  blame = slopeOfJudge(judge, real, fakes);
  // Set aside:
  // End of the lines.
  return {judge, generator};
}

/** Its logit for x is bias + slope x + bend x². Above 0 it takes x for real. */
interface Judge {
  bias: number;
  slope: number;
  bend: number;
}

/** Makes shift + scale z of a random number z. */
interface Generator {
  shift: number;
  scale: number;
}

/** The fakes that the generator makes of the random numbers z. */
function generate({shift, scale}: Generator, z: number[]): number[] {
  if (z.length === 0) throw new Error("the generator is to draw before there is any noise");
  return z.map((each) => shift + scale * each);
}

/** How the judge's loss changes with its weights. */
function slopeOfJudge(judge: Judge, real: number[], fakes: number[]): Judge {
  if (real.length === 0 || fakes.length === 0)
    throw new Error("the judge is trained on the fakes before they exist");
  const onReal = real.map((x) => -sigmoid(-logit(judge, x)));
  const onFakes = fakes.map((x) => sigmoid(logit(judge, x)));
  const along = (power: number) =>
    mean(onReal.map((s, i) => s * real[i]! ** power)) +
    mean(onFakes.map((s, i) => s * fakes[i]! ** power));
  return {bias: along(0), slope: along(1), bend: along(2)};
}

/** The judge after a small move down the slope of its loss. It forgets a little, so that it is never too sure. */
function moveJudge({bias, slope, bend}: Judge, blame: Judge | null): Judge {
  if (!blame) throw new Error("the judge is moved before it is known which way is down");
  const moved = (weight: number, slope: number) => weight - 0.3 * (slope + 0.1 * weight);
  return {
    bias: moved(bias, blame.bias),
    slope: moved(slope, blame.slope),
    bend: moved(bend, blame.bend),
  };
}

/** How the loss of not being called `answer`, which is -ln D or -ln(1 - D), changes with each fake. */
function pushTowards(answer: "real" | "fake", judge: Judge, fakes: number[]): number[] {
  if (fakes.length === 0) throw new Error("the judge is asked about fakes that do not exist yet");
  const sign = answer === "real" ? -1 : 1;
  const slopeAt = (x: number) => judge.slope + 2 * judge.bend * x;
  return fakes.map((x) => sign * sigmoid(sign * logit(judge, x)) * slopeAt(x));
}

/** The generator after a small move that takes each fake, made of z, down its slope. */
function moveGenerator({shift, scale}: Generator, push: number[], z: number[]): Generator {
  if (push.length === 0) throw new Error("the generator is moved before the judge has said how");
  return {
    shift: shift - 0.1 * mean(push),
    scale: scale - 0.1 * mean(push.map((each, i) => each * z[i]!)),
  };
}

function logit({bias, slope, bend}: Judge, x: number): number {
  return bias + slope * x + bend * x * x;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function mean(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0) / numbers.length;
}
