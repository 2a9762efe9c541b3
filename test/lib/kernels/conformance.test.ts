/** TF.js's own specs of what the kernels are registered for; all of them run in `npm run bench -- conformance`. */
import {afterAll, beforeAll, expect, test} from "vitest";
import {type Bundle, bundleSpecs, removeBundle} from "./conformance/bundle.js";
import {faultsOf, type Outcomes} from "./conformance/faults.js";
import type {Result} from "./conformance/job.js";
import {knownDifferences} from "./conformance/known-differences.js";
import {runSpecs} from "./conformance/run-specs.js";
import {coreSpecs} from "./conformance/suites.js";

/** With the number of its specs, so that none is lost unseen. */
const sample: Readonly<Record<string, number>> = {
  "ops/mat_mul_test.js": 72,
  "ops/fused/fused_mat_mul_test.js": 21,
  "ops/conv1d_test.js": 22,
  "ops/conv2d_test.js": 44,
  "ops/conv2d_separable_test.js": 21,
  "ops/conv2d_transpose_test.js": 21,
  "ops/depthwise_conv2d_test.js": 41,
  "ops/fused/fused_conv2d_test.js": 54,
  "ops/fused/fused_depthwise_conv2d_test.js": 13,
  "ops/batchnorm_test.js": 36,
  "ops/moments_test.js": 12,
  "ops/avg_pool_test.js": 31,
  "ops/max_pool_test.js": 42,
  "ops/pool_test.js": 30,
  "ops/max_pool_3d_test.js": 27,
  "ops/conv3d_test.js": 20,
  "ops/conv3d_transpose_test.js": 2,
  "ops/dilation2d_test.js": 16,
  "ops/relu_test.js": 15,
  "ops/relu6_test.js": 4,
  "ops/leaky_relu_test.js": 10,
  "ops/selu_test.js": 9,
  "ops/sigmoid_test.js": 9,
  "ops/tanh_test.js": 10,
  "ops/softplus_test.js": 13,
  "ops/log_sigmoid_test.js": 13,
  "ops/arithmetic_test.js": 76,
  "ops/add_test.js": 27,
  "ops/sub_test.js": 28,
  "ops/binary_ops_test.js": 110,
  "ops/sum_test.js": 20,
  "ops/mean_test.js": 17,
  "ops/unsorted_segment_sum_test.js": 12,
  "ops/gather_test.js": 50,
  "ops/tile_test.js": 23,
  "ops/transpose_test.js": 25,
  "ops/slice_test.js": 23,
  "ops/slice1d_test.js": 6,
  "ops/slice2d_test.js": 22,
  "ops/slice3d_test.js": 4,
  "ops/slice4d_test.js": 4,
  "ops/split_test.js": 15,
  "ops/unstack_test.js": 19,
  "ops/concat_test.js": 52,
  "ops/pad_test.js": 23,
  "ops/image/resize_nearest_neighbor_test.js": 36,
  "ops/clone_test.js": 35,
  "ops/abs_test.js": 16,
  "ops/clip_by_value_test.js": 15,
  "ops/ones_like_test.js": 35,
  "ops/zeros_like_test.js": 29,
  "ops/square_test.js": 15,
  "ops/one_hot_test.js": 18,
  "ops/softmax_test.js": 15,
  "ops/losses/sigmoid_cross_entropy_test.js": 11,
  "ops/losses/softmax_cross_entropy_test.js": 12,
  "optimizers/adam_optimizer_test.js": 3,
  "optimizers/momentum_optimizer_test.js": 4,
  "optimizers/rmsprop_optimizer_test.js": 6,
  "optimizers/sgd_optimizer_test.js": 3,
  "gradients_test.js": 23,
};

let bundle: Bundle;
let outcomes: Outcomes;

beforeAll(async () => {
  bundle = await bundleSpecs(coreSpecs(Object.keys(sample)));
  const [cpu, stock, ours] = await Promise.all([
    runSpecs(bundle, {backend: "cpu", kernels: "stock"}),
    runSpecs(bundle, {backend: "wasm", kernels: "stock"}),
    runSpecs(bundle, {backend: "wasm", kernels: "ours"}),
  ]);
  outcomes = {cpu, stock, ours};
});

afterAll(() => removeBundle(bundle));

test.each(Object.entries(sample))("%s: %i specs, of which the kernels fail none", (file, count) => {
  const {cpu, stock, ours} = outcomes;
  const own = {cpu: of(file, cpu), stock: of(file, stock), ours: of(file, ours)};
  expect(own.stock).toHaveLength(count);
  expect(own.ours).toHaveLength(count);
  expect(own.ours.filter(({status}) => status === "passed").length).toBeGreaterThan(count / 2);
  const faults = faultsOf(own);
  expect(faults.filter(({reason}) => !reason)).toEqual([]);
  expect(faults.map(({spec}) => spec)).toEqual(knownIn(file));
});

/** Each of them must still differ. */
function knownIn(file: string): string[] {
  return Object.keys(knownDifferences).filter((spec) => spec.startsWith(`${file}: `));
}

function of(file: string, results: readonly Result[]): Result[] {
  return results.filter((result) => result.file === file);
}
