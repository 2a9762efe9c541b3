/**
 * What one experiment keeps after a few steps and after many, after a few starts and after many, as a line of JSON:
 *
 *     npx tsx bench/memory-run.ts gan-digits 2000 20
 *
 * A process of its own, so that no other experiment's memory hides what this one takes.
 */

import {leastSetup} from "../tools/runs/least-setup.js";
import {type LiveMemory, watchMemory} from "../tools/runs/live-memory.js";
import {startAndEnd, trainAndLook} from "../tools/runs/memory-cycles.js";
import {useWasm} from "../tools/runs/start-run.js";

export interface MemoryReport {
  readonly steps: readonly [first: LiveMemory, last: LiveMemory];
  readonly cycles: readonly [first: LiveMemory, last: LiveMemory];
}

const warmUpSteps = 100;
const [id = "gan-digits", steps = "2000", cycles = "20"] = process.argv.slice(2);

await useWasm();
const live = watchMemory();
console.log(JSON.stringify({steps: await overSteps(), cycles: await overCycles()}));

async function overSteps(): Promise<MemoryReport["steps"]> {
  const setup = await leastSetup(id);
  await trainAndLook(setup, warmUpSteps);
  const first = live();
  await trainAndLook(setup, Number(steps));
  const last = live();
  setup.dispose();
  return [first, last];
}

async function overCycles(): Promise<MemoryReport["cycles"]> {
  await startAndEnd(id, 2);
  const first = live();
  await startAndEnd(id, Number(cycles));
  return [first, live()];
}
