/** Specs of TF.js that fail with the kernels, and must: by their file and name, with the reason. */
export const knownDifferences: Readonly<Record<string, string>> = {
  "ops/avg_pool_test.js: avgPool gradient x=[3,3,1] f=[3,3] s=1 p=explicit":
    "TF.js divides the gradient at a border by the whole window, though the average itself is taken of the values inside the picture",
};
