/**
 * Attention of several heads, and its gradient. A workgroup takes one head's query, and its lanes share the keys.
 *
 *   Attention      query [B, n, w], key and value [B, m, w] -> y [B, n, w], and how much each query looks at each key [B, heads, n, m]
 *   AttentionGrad  dy, all of those but y -> dquery, dkey, dvalue; the last two in a second dispatch
 */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {named} from "./channels.js";
import {type Program, runProgram} from "./program.js";
import {type Call, kernelOf, webgpuKernel} from "./webgpu-kernel.js";
import {joined} from "./workgroup-sum.js";

const lanes = 64;

export const attention: readonly Kernel[] = [
  webgpuKernel("Attention", attended),
  kernelOf("AttentionGrad", (call, backend) => {
    const [dquery, slope] = runProgram(backend, queryGradient(call));
    const others = runProgram(backend, keyGradients(call, slope!));
    backend.disposeData(slope!.dataId);
    return [dquery!, ...others];
  }),
];

/** look = softmax(query keyᵀ / sqrt(size)), y = look value */
function attended(call: Call): Program {
  const {query} = call.inputs;
  return {
    key: "Attention",
    outputs: [
      {name: "y", shape: query!.shape},
      {name: "look", shape: lookShape(call)},
    ],
    inputs: named(call.inputs, ["query", "key", "value"]),
    ...byQuery(call),
    code: `${joined("total", "a + b", lanes)}${joined("largest", "max(a, b)", lanes)}
fn main(index: i32, lane: i32) {
  ${places}
  var most = -3.4e38;
  ${eachKey(`
    var product = 0.0;
    for (var c = 0; c < uniforms.size; c++) { product += query(own + c) * key(other + c); }
    product *= uniforms.per;
    look[l] = product;
    most = max(most, product);`)}
  let top = largest(lane, most);
  var mass = 0.0;
  ${eachKey("let e = exp(look[l] - top); look[l] = e; mass += e;")}
  let all = total(lane, mass);
  ${eachKey("look[l] /= all;")}
  storageBarrier();
  ${eachNumber("look[first + j] * value(theirs + j * uniforms.width + c)", "y")}
}`,
  };
}

/** slope = look (dlook - sum of look dlook) / sqrt(size), where dlook = dy valueᵀ; dquery = slope key */
function queryGradient(call: Call): Program {
  const {query} = call.inputs;
  return {
    key: "AttentionGrad",
    outputs: [
      {name: "dquery", shape: query!.shape},
      {name: "slope", shape: lookShape(call)},
    ],
    inputs: named(call.inputs, ["dy", "key", "value", "look"]),
    ...byQuery(call),
    code: `${joined("total", "a + b", lanes)}
fn main(index: i32, lane: i32) {
  ${places}
  var sum = 0.0;
  ${eachKey(`
    var product = 0.0;
    for (var c = 0; c < uniforms.size; c++) { product += dy(own + c) * value(other + c); }
    slope[l] = product;
    sum += look(l) * product;`)}
  let mean = total(lane, sum);
  ${eachKey("slope[l] = look(l) * (slope[l] - mean) * uniforms.per;")}
  storageBarrier();
  ${eachNumber("slope[first + j] * key(theirs + j * uniforms.width + c)", "dquery")}
}`,
  };
}

/** dkey = slopeᵀ query, dvalue = lookᵀ dy, a thread for each number of a key. */
function keyGradients({inputs, attrs}: Call, slope: tf.TensorInfo): Program {
  const {shape} = inputs.key!;
  return {
    key: "AttentionGrad keys",
    outputs: [
      {name: "dkey", shape},
      {name: "dvalue", shape},
    ],
    inputs: named({...inputs, slope}, ["dy", "query", "look", "slope"]),
    integers: sizesOf({inputs, attrs}),
    count: shape[0]! * shape[1]! * shape[2]!,
    code: `
fn main(o: i32) {
  let column = o % uniforms.width;
  let j = o / uniforms.width % uniforms.keys;
  let picture = o / uniforms.width / uniforms.keys;
  let pair = picture * uniforms.heads + column / uniforms.size;
  var l = pair * uniforms.queries * uniforms.keys + j;
  var place = picture * uniforms.queries * uniforms.width + column;
  var k = 0.0;
  var v = 0.0;
  for (var i = 0; i < uniforms.queries; i++) {
    k += slope(l) * query(place);
    v += look(l) * dy(place);
    l += uniforms.keys;
    place += uniforms.width;
  }
  dkey[o] = k;
  dvalue[o] = v;
}`,
  };
}

function sizesOf({inputs, attrs}: Call) {
  const [, queries, width] = inputs.query!.shape as [number, number, number];
  const heads = attrs.heads as number;
  return {queries, keys: inputs.key!.shape[1]!, heads, width, size: width / heads};
}

function lookShape(call: Call): number[] {
  const {heads, queries, keys} = sizesOf(call);
  return [call.inputs.query!.shape[0]!, heads, queries, keys];
}

function byQuery(call: Call) {
  const integers = sizesOf(call);
  const {heads, queries, size} = integers;
  return {
    integers,
    floats: {per: 1 / Math.sqrt(size)},
    count: call.inputs.query!.shape[0]! * heads * queries,
    lanes,
  };
}

/** WGSL: where the query's own numbers begin, those of the first key of its picture and head, and its looks. */
const places = `
  let pair = index / uniforms.queries;
  let head = pair % uniforms.heads * uniforms.size;
  let picture = pair / uniforms.heads;
  let own = (picture * uniforms.queries + index % uniforms.queries) * uniforms.width + head;
  let theirs = picture * uniforms.keys * uniforms.width + head;
  let first = index * uniforms.keys;`;

/** WGSL: the statements for each key that falls to this lane, which begins at `other` and is looked at at `l`. */
function eachKey(statements: string): string {
  return `for (var j = lane; j < uniforms.keys; j += ${lanes}) {
    let other = theirs + j * uniforms.width;
    let l = first + j;
    ${statements}
  }`;
}

/** WGSL: each of the query's numbers in `output` is the sum of `term` over all keys. */
function eachNumber(term: string, output: string): string {
  return `for (var c = lane; c < uniforms.size; c += ${lanes}) {
    var sum = 0.0;
    for (var j = 0; j < uniforms.keys; j++) { sum += ${term}; }
    ${output}[own + c] = sum;
  }`;
}
