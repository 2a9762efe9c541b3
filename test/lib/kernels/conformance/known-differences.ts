/** Specs of TF.js that fail with the kernels, and must: by their file and name, with the reason. */
export const knownDifferences: Readonly<Record<string, string>> = {
  "ops/avg_pool_test.js: avgPool gradient x=[3,3,1] f=[3,3] s=1 p=explicit":
    "TF.js divides the gradient at a border by the whole window, though the average itself is taken of the values inside the picture",
  ...Object.fromEntries(
    ["call", "variable sequence length", "predict", "does not leak memory"].map((spec) => [
      `layers/nlp/models/gpt2/gpt2_backbone_test.ts: GPT2Backbone ${spec}`,
      "TF.js's decoder adds a list with a tensor in it as if it were a tensor, for which the cpu back end makes one without values; wasm has no einsum without the kernels, and refuses the list with them",
    ]),
  ),
};
