import {test} from "vitest";
import {readManifest} from "/work/wt/time/data/write-manifest.js";
import {defaultParams} from "/work/wt/time/lib/params.js";
import {findExperiment} from "/work/wt/time/src/experiments/index.js";
import {runOptions, startedRun, steps} from "/work/wt/time/test/src/experiments/session-run.js";

test("cost", async () => {
  for (const id of ["vae-faces", "gan-digits", "conditional-gan", "vae-digits", "paint-agent"]) {
    const e = findExperiment(id);
    const client = await startedRun(runOptions(id, {...defaultParams(e.params), seed: 7}));
    await steps(client, 3);
    const cpu = async (work: () => Promise<unknown>) => {
      const a = process.cpuUsage();
      await work();
      const b = process.cpuUsage(a);
      return (b.user + b.system) / 1000;
    };
    const step = (await cpu(() => steps(client, 10))) / 10;
    let bytes = 0;
    const keep =
      (await cpu(async () => {
        for (let i = 0; i < 5; i++) {
          const c = await client.request({type: "checkpoint"});
          bytes = Object.values(c.arrays).reduce((s, a) => s + a.data.byteLength, 0);
        }
      })) / 5;
    const clone =
      (await cpu(async () => {
        const c = await client.request({type: "checkpoint"});
        for (let i = 0; i < 5; i++) structuredClone(c);
      })) / 5;
    console.log(
      id,
      "step",
      step.toFixed(1),
      "checkpoint",
      keep.toFixed(1),
      "ms; clone",
      clone.toFixed(1),
      (bytes / 1e6).toFixed(2),
      "MB",
    );
    await client.close();
  }
}, 300_000);
