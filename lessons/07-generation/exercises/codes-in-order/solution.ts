/** A round of latent diffusion: the field learns from the codes of `pictures`, and a picture is drawn out of the noise `fresh`. */
export function round(
  weights: number[][],
  pictures: number[][],
  noise: number[][],
  times: number[],
  fresh: number[],
) {
  let codes: number[][] = [];
  let scale: Scale = {means: [], spreads: []};
  let code: number[] = [];
  let picture: number[] = [];
  // The lines, in order:
  codes = encoded(pictures);
  scale = scaleOf(codes);
  codes = scaled(codes, scale);
  weights = learned(weights, codes, noise, times);
  code = carried(weights, fresh);
  code = unscaled(code, scale);
  picture = decoded(code);
  // Set aside:
  // picture = decoded(fresh);
  // scale = scaleOf(noise);
  // End of the lines.
  return {weights, picture};
}

/** Of each number of a code its mean and its spread. */
interface Scale {
  means: number[];
  spreads: number[];
}

/** The codes of pictures of four pixels, two numbers each. */
function encoded(pictures: number[][]): number[][] {
  return pictures.map(([a, b, c, d]) => [40 + 25 * (a! - d!), 0.1 * (b! + c!)]);
}

/** The picture of a code, if it is one as the encoder gives it. */
function decoded(code: number[]): number[] {
  if (code.length === 0) throw new Error("a picture is drawn before there is a code");
  const [slope, middle] = [(code[0]! - 40) / 25, code[1]! / 0.1];
  return [(1 + slope) / 2, middle / 2, middle / 2, (1 - slope) / 2];
}

/** Over all rows. A number that never changes has a spread of 1. */
function scaleOf(rows: number[][]): Scale {
  if (rows.length === 0) throw new Error("the scale is measured before there are codes");
  const means = [0, 1].map((k) => mean(rows.map((row) => row[k]!)));
  const spreads = means.map((m, k) => Math.sqrt(mean(rows.map((row) => (row[k]! - m) ** 2))) || 1);
  return {means, spreads};
}

function scaled(codes: number[][], scale: Scale): number[][] {
  if (codes.length === 0) throw new Error("codes are scaled before there are any");
  if (scale.means.length === 0) throw new Error("codes are scaled before their scale is known");
  return codes.map((code) => code.map((value, k) => (value - scale.means[k]!) / scale.spreads[k]!));
}

/** Undoes `scaled`. */
function unscaled(code: number[], scale: Scale): number[] {
  if (code.length === 0) throw new Error("the scale of a code is undone before there is one");
  if (scale.means.length === 0) throw new Error("the scale of a code is undone before it is known");
  return code.map((value, k) => scale.means[k]! + scale.spreads[k]! * value);
}

/** The field after one step of flow matching from noise to codes. */
function learned(weights: number[][], codes: number[][], noise: number[][], times: number[]) {
  if (codes.length === 0) throw new Error("the field learns before there are codes");
  const features = codes.map((code, i) => {
    const t = times[i]!;
    return featuresOf(
      code.map((value, k) => t * value + (1 - t) * noise[i]![k]!),
      t,
    );
  });
  return weights.map((row, k) => {
    const misses = features.map((each, i) => dot(row, each) - (codes[i]![k]! - noise[i]![k]!));
    return row.map(
      (weight, j) => weight - 0.5 * mean(features.map((each, i) => 2 * misses[i]! * each[j]!)),
    );
  });
}

/** Where noise gets along the field, in five of Euler's steps. */
function carried(weights: number[][], noise: number[]): number[] {
  let place = noise;
  for (let i = 0; i < 5; i++) {
    const features = featuresOf(place, i / 5);
    place = place.map((value, k) => value + dot(weights[k]!, features) / 5);
  }
  return place;
}

/** For each of the moments 0, 0.2, … 1 a tent that is 1 there and 0 at its neighbours, times 1, x and y. */
function featuresOf(place: number[], t: number): number[] {
  const tents = [0, 1, 2, 3, 4, 5].map((k) => Math.max(0, 1 - Math.abs(5 * t - k)));
  return tents.flatMap((tent) => [tent, tent * place[0]!, tent * place[1]!]);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
