/** The worker of every experiment: connects the engine to this thread's messages, clock, network and name. */
import {loadFile} from "../lib/datasets/load-file.js";
import {experiments} from "../lib/experiments/index.js";
import {setups} from "../lib/experiments/setups.js";
import {installKernels} from "../lib/kernels/index.js";
import type {Port} from "../lib/training/host.js";
import {problemOf} from "../lib/training/problem.js";
import {serve} from "../lib/training/session.js";
import {scheduler} from "./schedule.js";

const fileTimeoutMs = 30_000;

const port: Port = {
  onmessage: null,
  postMessage: (event, transfer) => self.postMessage(event, {transfer}),
};
self.onmessage = (event) => port.onmessage?.(event);

self.addEventListener("unhandledrejection", ({reason}) => {
  port.postMessage({type: "failed", problem: problemOf(reason), step: 0}, []);
});

// Held for life, so that the page, which waits for it, learns of a silent death.
navigator.locks?.request(self.name, () => new Promise(() => {}));

serve(port, {
  now: () => performance.now(),
  schedule: scheduler(),
  experiments,
  setups,
  loadFile: (source) =>
    loadFile(source, {
      fetch: (...request) => fetch(...request),
      signal: AbortSignal.timeout(fileTimeoutMs),
    }),
  installKernels,
}).finally(() => self.close());
