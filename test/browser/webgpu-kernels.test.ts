import {expectClose} from "../lib/kernels/checks.js";
import {tolerances} from "../lib/kernels/tolerances.js";
import {expect, webGpuTest} from "./harness.js";
import {openProgram} from "./program.js";
import type * as kernels from "./webgpu-kernels-page.js";

webGpuTest("each kernel on WebGPU gives what TF.js's cpu back end does", async ({browser}) => {
  const {call, troubles} = await openProgram<typeof kernels>(
    browser,
    "test/browser/webgpu-kernels-page.ts",
  );
  await call("start");
  for (const group of await call("names"))
    for (const {name, ours, reference, missingPrograms, leakedTensors} of await call(
      "run",
      group,
    )) {
      expect(missingPrograms, name).toEqual([]);
      expect(leakedTensors, name).toBe(0);
      expect(ours.length, name).toBe(reference.length);
      for (const [i, values] of reference.entries())
        expectClose(ours[i]!, values, tolerances.webgpu);
    }
  expect(troubles).toEqual([]);
});
