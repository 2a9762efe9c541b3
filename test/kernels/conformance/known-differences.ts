/** Specs of TF.js that fail with the kernels, and must: by their file and name, with the reason. */
export const knownDifferences: Readonly<Record<string, string>> = {
  "ops/avg_pool_test.js: avgPool gradient x=[3,3,1] f=[3,3] s=1 p=explicit":
    "TF.js divides the gradient at a border by the whole window, though the average itself is taken of the values inside the picture",
  "ops/conv2d_transpose_test.js: conv2dTranspose input=8x8x8,output=4x4x8,f=8,s=1,inDepth=8,p=same vec4":
    "8x8 from 4x4 at stride 1 do not fit together; TF.js reads the part that it needs, and the kernels refuse it, as they must where a part is missing",
};
