/** Normal numbers of a seed (see random/random-normal.ts), four of them a thread, in one dispatch. No inputs -> [...shape]. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Key} from "../random/random-normal.js";
import {webgpuKernel} from "./webgpu-kernel.js";

export const randomNormal: Kernel = webgpuKernel("RandomNormal", ({attrs}) => {
  const shape = attrs.shape as number[];
  const [low, high] = attrs.seed as Key;
  const size = tf.util.sizeFromShape(shape);
  return {
    key: "RandomNormal",
    outputs: [{name: "y", shape}],
    inputs: [],
    // The same bits as signed numbers.
    integers: {size, low: low | 0, high: high | 0},
    floats: {mean: attrs.mean as number, stdDev: attrs.stdDev as number},
    code,
    count: Math.ceil(size / 4),
  };
});

const code = `
fn upper(a: u32, b: u32) -> u32 {
  let a0 = a & 0xffffu;
  let a1 = a >> 16u;
  let b0 = b & 0xffffu;
  let b1 = b >> 16u;
  let middle = a1 * b0 + ((a0 * b0) >> 16u);
  let cross = a0 * b1 + (middle & 0xffffu);
  return a1 * b1 + (middle >> 16u) + (cross >> 16u);
}
fn philox(counter: u32) -> vec4<u32> {
  var w = vec4<u32>(counter, 0u, 0u, 0u);
  var key = vec2<u32>(bitcast<u32>(uniforms.low), bitcast<u32>(uniforms.high));
  for (var round = 0; round < 10; round++) {
    let a = upper(w.x, 0xd2511f53u);
    let c = upper(w.z, 0xcd9e8d57u);
    w = vec4<u32>(c ^ w.y ^ key.x, w.z * 0xcd9e8d57u, a ^ w.w ^ key.y, w.x * 0xd2511f53u);
    key += vec2<u32>(0x9e3779b9u, 0xbb67ae85u);
  }
  return w;
}
fn normals(a: u32, b: u32) -> vec2<f32> {
  let scale = 1.0 / 4294967296.0;
  let radius = sqrt(max(0.0, -2.0 * log((f32(a) + 1.0) * scale)));
  // The signed angle, from -pi to pi, where sines are most exact.
  let angle = 6.283185307179586 * scale * f32(bitcast<i32>(b));
  return radius * vec2<f32>(cos(angle), sin(angle));
}
fn main(index: i32) {
  let w = philox(bitcast<u32>(index));
  let four = vec4<f32>(normals(w.x, w.y), normals(w.z, w.w));
  for (var k = 0; k < min(4, uniforms.size - index * 4); k++) {
    y[index * 4 + k] = uniforms.mean + uniforms.stdDev * four[k];
  }
}`;
