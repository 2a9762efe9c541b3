/** The compiled kernels of the wasm back end: one file each. */
import type {Kernel} from "../kernel.js";
import {activationGradients} from "./activation-gradients.js";
import {activations} from "./activations.js";
import {attention} from "./attention.js";
import {fusedBatchNorm, fusedBatchNormGrad} from "./batch-norm.js";
import {broadcasts} from "./broadcast.js";
import {conv2d, fusedConv2d} from "./conv2d.js";
import {conv2dBackpropFilter} from "./conv2d-backprop-filter.js";
import {conv2dBackpropInput} from "./conv2d-backprop-input.js";
import {convolutions3x3} from "./convolution-3x3.js";
import {denses} from "./dense.js";
import {
  depthwiseConv2d,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
} from "./depthwise.js";
import {gather} from "./gather.js";
import {groupNorms} from "./group-norm.js";
import {groupNormSilus} from "./group-norm-silu.js";
import {cast, identity} from "./identity.js";
import {batchMatMul, fusedMatMul} from "./mat-mul.js";
import {modulatedNorms} from "./modulated-norm.js";
import {oneHot} from "./one-hot.js";
import {optimisers} from "./optimisers.js";
import {concat, pad, slice, splitV} from "./parts.js";
import {avgPoolGrad, maxPool, maxPoolGrad} from "./pooling.js";
import {mean, sum} from "./reductions.js";
import {resizeNearestNeighbor, resizeNearestNeighborGrad} from "./resize-nearest-neighbor.js";
import {tile} from "./tile.js";
import {transpose} from "./transpose.js";
import {unsortedSegmentSum} from "./unsorted-segment-sum.js";

export {compileKernels, heapOf} from "./heap.js";

export const wasmKernels: readonly Kernel[] = [
  conv2d,
  fusedConv2d,
  conv2dBackpropInput,
  conv2dBackpropFilter,
  ...convolutions3x3,
  depthwiseConv2d,
  depthwiseConv2dBackpropInput,
  depthwiseConv2dBackpropFilter,
  maxPool,
  maxPoolGrad,
  avgPoolGrad,
  batchMatMul,
  fusedMatMul,
  ...denses,
  ...attention,
  identity,
  cast,
  ...activations,
  ...activationGradients,
  ...broadcasts,
  fusedBatchNorm,
  fusedBatchNormGrad,
  ...groupNorms,
  ...groupNormSilus,
  ...modulatedNorms,
  sum,
  mean,
  tile,
  gather,
  oneHot,
  transpose,
  unsortedSegmentSum,
  slice,
  splitV,
  concat,
  pad,
  resizeNearestNeighbor,
  resizeNearestNeighborGrad,
  ...optimisers,
];
