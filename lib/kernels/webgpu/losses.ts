/**
 * Losses with their gradients in one dispatch of one workgroup, because the mean is one number: labels and logits of one shape -> the
 * loss [] and its gradient with respect to the logits, of their shape.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {named} from "./channels.js";
import {webgpuKernel} from "./webgpu-kernel.js";
import {lanes, workgroupSum} from "./workgroup-sum.js";

export const losses: readonly Kernel[] = [
  loss(
    "SigmoidCrossEntropy",
    () => 1,
    `
    let x = logits(item);
    let z = labels(item);
    let e = exp(-abs(x));
    sum += max(x, 0.0) - x * z + log(1.0 + e);
    gradient[item] = (select(e, 1.0, x >= 0.0) / (1.0 + e) - z) / count;`,
  ),
  loss(
    "SoftmaxCrossEntropy",
    (shape) => shape.at(-1) ?? 1,
    `
    let first = item * uniforms.width;
    let end = first + uniforms.width;
    var most = logits(first);
    for (var i = first + 1; i < end; i++) { most = max(most, logits(i)); }
    var mass = 0.0;
    for (var i = first; i < end; i++) { mass += exp(logits(i) - most); }
    let logMass = most + log(mass);
    for (var i = first; i < end; i++) {
      let logProbability = logits(i) - logMass;
      sum -= labels(i) * logProbability;
      gradient[i] = (exp(logProbability) - labels(i)) / count;
    }`,
  ),
];

/** A mean over items of `widthOf(shape)` values each. The code of an item adds its loss to `sum` and sets its gradient. */
function loss(name: string, widthOf: (shape: readonly number[]) => number, item: string): Kernel {
  return webgpuKernel(name, ({inputs}) => {
    const {labels, logits} = inputs;
    tf.util.assertShapesMatch(labels!.shape, logits!.shape, `Error in ${name}: `);
    const width = widthOf(logits!.shape);
    return {
      key: name,
      outputs: [
        {name: "loss", shape: []},
        {name: "gradient", shape: logits!.shape},
      ],
      inputs: named(inputs, ["labels", "logits"]),
      integers: {width, items: tf.util.sizeFromShape(logits!.shape) / width},
      code: `${workgroupSum}
fn main(index: i32, lane: i32) {
  let count = f32(uniforms.items);
  var sum = 0.0;
  for (var item = lane; item < uniforms.items; item += ${lanes}) {${item}
  }
  let all = total(lane, sum);
  if (lane == 0) { loss[0] = all / count; }
}`,
      count: 1,
      lanes,
    };
  });
}
