/**
 * How the logit of a class changes with each pixel, in plain arithmetic: the pass of plain-classifier.ts backward.
 *
 *     ∂s_c/∂x_i ,   s_c the logit of class c, x [28, 28] in [-1, 1]
 *
 * (Simonyan, Vedaldi & Zisserman, 2014, section 3). A ReLU passes back only where it let something through, a maximum only to the largest.
 */
import type {NamedArrays} from "../array.js";
import type {LayerOutput, LayerOutputs} from "./plain-classifier.js";

/** Calls with all that the layers made of a picture, and a class, give its gradient [28, 28]. Throws a RangeError where a weight is missing. */
export function pixelGradient(
  weights: NamedArrays,
): (outputs: LayerOutputs, kind: number) => Float32Array {
  const kernel = (name: string) => {
    const array = weights[`${name}/kernel`];
    if (!array) throw new RangeError(`missing weight: ${name}/kernel`);
    return array.data as Float32Array;
  };
  return (outputs, kind) => {
    const {conv1, pool1, conv2, pool2, conv3, features, logits} = outputs;
    const classes = logits.data.length;
    if (!Number.isInteger(kind) || kind < 0 || kind >= classes)
      throw new RangeError(`invalid class: ${kind} (a whole number from 0 to ${classes - 1})`);
    const asked = Float32Array.from({length: classes}, (_, i) => (i === kind ? 1 : 0));
    const atFeatures = rectifiedBack(features, productBack(asked, kernel("logits")));
    const atThird = rectifiedBack(conv3, productBack(atFeatures, kernel("features")));
    const atPool2 = convolvedBack(atThird, conv3, pool2, kernel("conv3"), 0);
    const atSecond = rectifiedBack(conv2, pooledBack(atPool2, conv2, pool2));
    const atPool1 = convolvedBack(atSecond, conv2, pool1, kernel("conv2"), 1);
    const atFirst = rectifiedBack(conv1, pooledBack(atPool1, conv1, pool1));
    const picture = {data: new Float32Array(784), shape: [28, 28, 1]};
    return convolvedBack(atFirst, conv1, picture, kernel("conv1"), 1);
  };
}

/**
 * What each pixel's ink adds to the logit, as far as the gradient tells: [28, 28] of the brightness v = (x + 1) / 2, which is 0 for black.
 *
 *     v_i · ∂s_c/∂v_i = (x_i + 1) · ∂s_c/∂x_i
 *
 * (Gradient times input: Shrikumar and others, 2016.)
 */
export function gradientTimesInput(picture: Float32Array, gradient: Float32Array): Float32Array {
  return gradient.map((slope, i) => (picture[i]! + 1) * slope);
}

/** Of x in x · kernel, [inputs, outputs], from that of the product. */
function productBack(gradient: Float32Array, kernel: Float32Array): Float32Array {
  const back = new Float32Array(kernel.length / gradient.length);
  for (let i = 0; i < back.length; i++)
    back[i] = dot(gradient, 0, kernel, i * gradient.length, gradient.length);
  return back;
}

function rectifiedBack({data}: LayerOutput, gradient: Float32Array): Float32Array {
  return gradient.map((value, i) => (data[i]! > 0 ? value : 0));
}

/** To the first of each two by two that is the largest. */
function pooledBack(
  gradient: Float32Array,
  {data, shape}: LayerOutput,
  {data: most, shape: small}: LayerOutput,
): Float32Array {
  const [, width, channels] = shape as [number, number, number];
  const columns = small[1]!;
  const back = new Float32Array(data.length);
  for (let i = 0; i < gradient.length; i++) {
    const [place, c] = [Math.floor(i / channels), i % channels];
    const first = (2 * Math.floor(place / columns) * width + 2 * (place % columns)) * channels + c;
    const below = first + width * channels;
    const four = [first, first + channels, below, below + channels];
    back[four.find((at) => data[at] === most[i])!] = gradient[i]!;
  }
  return back;
}

/** Of the input of a convolution by windows of 3 by 3, from that of its sums; `border` pixels of 0 were laid around it. */
function convolvedBack(
  gradient: Float32Array,
  {shape: [rows, columns, filters]}: LayerOutput,
  {data, shape}: LayerOutput,
  kernel: Float32Array,
  border: number,
): Float32Array {
  const [height, width, channels] = shape as [number, number, number];
  const back = new Float32Array(data.length);
  for (let place = 0; place < rows! * columns!; place++)
    for (let k = 0; k < 9; k++) {
      const y = Math.floor(place / columns!) + Math.floor(k / 3) - border;
      const x = (place % columns!) + (k % 3) - border;
      if (y < 0 || y >= height || x < 0 || x >= width) continue;
      const to = (y * width + x) * channels;
      for (let c = 0; c < channels; c++)
        back[to + c]! += dot(
          gradient,
          place * filters!,
          kernel,
          (k * channels + c) * filters!,
          filters!,
        );
    }
  return back;
}

function dot(
  a: Float32Array,
  fromA: number,
  b: Float32Array,
  fromB: number,
  count: number,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[fromA + i]! * b[fromB + i]!;
  return sum;
}
