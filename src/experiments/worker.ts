/** The worker of every experiment: connects the engine to this thread's messages, clock, network and name. */

import type {CodePlace} from "../experiment/run/code-place.js";
import {scheduler} from "../experiment/run/schedule.js";
import {shareMemory, threadsHere} from "../experiment/run/shared-threads.js";
import {loadFile} from "../lib/datasets/load-file.js";
import {whileItComes} from "../lib/datasets/while-it-comes.js";
import {installKernels, startThreads, withSharedMemory} from "../lib/kernels/index.js";
import {named} from "../lib/named.js";
import type {Port} from "../lib/training/host.js";
import {serve} from "../lib/training/session.js";
import {loaders} from "../vendor/experiments/loaders.js";

/** A file of which nothing comes for so long is given up; a slow one that comes is waited for. */
const fileTimeoutMs = 30_000;

const port: Port = {
  onmessage: null,
  postMessage: (event, transfer) => self.postMessage(event, {transfer}),
};

/** A lock in this worker's name, held for life: the page, which waits for it, learns of a silent death. Nothing is said
 * before it is held, or the page could get it first and take this worker for dead. */
const held = new Promise<void>((resolve) => {
  if (!navigator.locks) return resolve();
  const hold = () => {
    resolve();
    return new Promise<never>(() => {});
  };
  // Where storage is forbidden locks are as well; then a silent death stays unnoticed, and nothing else is lost.
  navigator.locks.request(self.name, hold).catch(() => resolve());
});
self.onmessage = (event) => void held.then(() => port.onmessage?.(event));

held
  .then(() =>
    serve(port, {
      now: () => performance.now(),
      schedule: scheduler(),
      find: async (id) => named("experiment", loaders, id)(),
      loadFile: (source, _name, onbytes) =>
        whileItComes(fileTimeoutMs, (signal, hear) =>
          loadFile(source, {
            fetch: (...request) => fetch(...request),
            signal,
            onbytes: (count) => {
              hear();
              onbytes(count);
            },
          }),
        ),
      drive: async (driver, place) => {
        const {driveAt} = await import("../experiment/run/code-place.js");
        return driveAt(place as CodePlace, driver);
      },
      installKernels,
      shareMemory: (paths) => shareMemory(paths, withSharedMemory),
      startThreads: (asked = threadsHere()) => startThreads(asked - 1),
      watchErrors: (listener) =>
        self.addEventListener("unhandledrejection", ({reason}) => listener(reason)),
    }),
  )
  .finally(() => self.close());
