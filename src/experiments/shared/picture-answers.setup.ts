/** Answers about a generator of pictures and the pictures it learns from. */
import type {NamedArrays, NdArray} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, type Images, pick, toBytes} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {generateImages} from "../../lib/models/generate.js";
import {interpolateOnSphere, interpolateStraight, lengthsOf} from "../../lib/models/interpolate.js";
import type * as tf from "../../lib/tf.js";

/** More pictures than this are not made at once. */
export const largestSheet = 400;

/** `image` [1, h, w, c], bytes or [-1, 1] -> the training picture nearest to it: `image`, `distance` [1], `label` [1]. */
export async function nearestAnswer(dataset: ImageDataset, inputs: NamedArrays) {
  const picture = bytesOf(inputOf(inputs, "image"));
  const {index, distance} = nearestPicture(picture, dataset.images);
  return {
    image: pick(dataset.images, [index]),
    distance: {data: Float32Array.of(distance), shape: [1]},
    label: {data: Uint32Array.of(dataset.labels[index]!), shape: [1]},
  };
}

/**
 * `from` and `to` [latentSize], `count` [1] -> `samples` [count, h, w, c] on the way between them over the sphere, `straight`, as many on
 * the straight line, and `lengths` [2, count] of the latent vectors on either.
 */
export async function walkAnswer(generator: tf.LayersModel, inputs: NamedArrays) {
  const [from, to] = [floatsOf(inputs, "from"), floatsOf(inputs, "to")];
  const count = countOf(inputOf(inputs, "count").data[0]);
  const paths = [interpolateOnSphere(from, to, count), interpolateStraight(from, to, count)];
  const [samples, straight] = await Promise.all(
    paths.map(async (path) => toBytes(await generateImages(generator, path))),
  );
  const lengths = paths.flatMap((path) => [...lengthsOf(path, from.length)]);
  return {
    samples: samples!,
    straight: straight!,
    lengths: {data: Float32Array.from(lengths), shape: [2, count]},
  };
}

/** `count` if it is a legal number of pictures. Throws a RangeError otherwise. */
export function countOf(count: unknown): number {
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > largestSheet)
    throw new RangeError(`invalid count: ${count} (a whole number from 1 to ${largestSheet})`);
  return count;
}

/** The input called `name`. Throws a RangeError when it is missing. */
export function inputOf(inputs: NamedArrays, name: string): NdArray {
  const input = inputs[name];
  if (!input)
    throw new RangeError(
      `missing input: ${name} (given: ${Object.keys(inputs).join(", ") || "none"})`,
    );
  return input;
}

/** The numbers of the input `name`. Throws a RangeError unless they are finite 32-bit floats. */
export function floatsOf(inputs: NamedArrays, name: string): Float32Array {
  const {data} = inputOf(inputs, name);
  if (!(data instanceof Float32Array))
    throw new RangeError(`invalid ${name}: ${data.constructor.name} (Float32Array)`);
  const wrong = data.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`invalid ${name}: ${wrong} among them (finite)`);
  return data;
}

function bytesOf({data, shape}: NdArray): Uint8Array {
  if (data instanceof Uint8Array) return data;
  return toBytes({data, shape} as Images).data satisfies ByteImages["data"];
}
