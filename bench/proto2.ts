import {startRun} from "./start-run.js";
import * as tf from "../lib/tf.js";
import {train} from "../lib/training/train.js";
const {run} = await startRun("paint-agent", {});
for await (const _ of train(run, {steps: 5}));
const c = process.cpuUsage(); 
for await (const _ of train(run, {steps: 20}));
const d = process.cpuUsage(c); console.log("ms/step cpu", (d.user + d.system) / 2e4);
const p = await tf.profile(async () => { for await (const _ of train(run, {steps: 1})); return 0; });
const by: Record<string, [number, number]> = {};
for (const k of p.kernels) { const t = (k.kernelTimeMs as any); const ms = typeof t === "number" ? t : (await t) ; by[k.name] ??= [0, 0]; by[k.name]![0] += Number(ms); by[k.name]![1]++; }
console.log(Object.entries(by).sort((a, b) => b[1][0] - a[1][0]).slice(0, 16).map(([n, [m, c]]) => `${n} ${m.toFixed(1)} (${c})`).join("\n"));
