/**
 * Numbers by which pictures of a labelled set can be told that do harm, each for one fault and blind to the others:
 *
 *     apart      distance to the nearest earlier picture: near 0 for a copy             (root mean square, black to white being 1)
 *     sharpness  Σ (x_left + x_right + x_up + x_down - 4x)² / Σ x²: small where edges are smooth; the discrete Laplacian
 *     agreeing   of the 5 nearest pictures, how many have the same label: few where a label is wrong, or the picture is odd
 *
 * Pictures are bytes, [n, h, w, 1]. None of the numbers knows what is on a picture.
 */
import {type ByteImages, imageSize} from "../image.js";

/** Neighbours that are asked. */
export const asked = 5;

/** Of each picture at `places` the distance to the nearest one before it; infinite for the first. */
export function apartFromEarlier(images: ByteImages, places: readonly number[]): number[] {
  const distance = distances(images);
  return places.map((place, i) =>
    places
      .slice(0, i)
      .reduce((least, other) => Math.min(least, distance(place, other)), Number.POSITIVE_INFINITY),
  );
}

/** Of each picture at `places`; 0 for a black one. */
export function sharpnesses({data, shape}: ByteImages, places: readonly number[]): number[] {
  const [, h, w] = shape;
  return places.map((place) => {
    const at = (y: number, x: number) =>
      y < 0 || x < 0 || y >= h || x >= w ? 0 : data[(place * h + y) * w + x]!;
    let [edges, light] = [0, 0];
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const here = at(y, x);
        edges += (at(y, x - 1) + at(y, x + 1) + at(y - 1, x) + at(y + 1, x) - 4 * here) ** 2;
        light += here ** 2;
      }
    return light === 0 ? 0 : edges / light;
  });
}

/** Of each picture at `places` how many of its 5 nearest ones among them have its label. */
export function agreeing(
  images: ByteImages,
  labels: ArrayLike<number>,
  places: readonly number[],
): number[] {
  const distance = distances(images);
  return places.map((place) => {
    const near = places
      .filter((other) => other !== place)
      .map((other) => [distance(place, other), other] as const)
      .sort(([a, i], [b, j]) => a - b || i - j);
    return near.slice(0, asked).filter(([, other]) => labels[other] === labels[place]).length;
  });
}

function distances({data, shape}: ByteImages) {
  const size = imageSize(shape);
  return (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (data[a * size + i]! - data[b * size + i]!) ** 2;
    return Math.sqrt(sum / size) / 255;
  };
}
