/** A thread that ends its process when a spec hangs or takes too much memory, and writes down why. */
import {appendFileSync} from "node:fs";
import {workerData} from "node:worker_threads";
import type {Limits, Line} from "./job.js";

export interface Watched {
  readonly limits: Limits;
  readonly report: string;
  /** Its one value grows with each line of the report. */
  readonly lines: Int32Array;
}

const {limits, report, lines} = workerData as Watched;
let seen = 0;
let seconds = 0;

setInterval(() => {
  const excess = tooMuchTime() ?? tooMuchMemory();
  if (!excess) return;
  appendFileSync(report, `${JSON.stringify({stopped: excess} satisfies Line)}\n`);
  process.kill(process.pid, "SIGKILL");
}, 200);

/** Processor time, so that a busy machine makes no difference. Before the first line the specs are only declared. */
function tooMuchTime(): string | undefined {
  const [now, spent] = [Atomics.load(lines, 0), process.cpuUsage().user / 1e6];
  if (now !== seen || now === 0) [seen, seconds] = [now, spent];
  return spent - seconds > limits.specSeconds ? `hung for ${limits.specSeconds} s` : undefined;
}

function tooMuchMemory(): string | undefined {
  const megabytes = process.memoryUsage.rss() >> 20;
  return megabytes > limits.megabytes ? `took ${megabytes} MB of memory` : undefined;
}
