import {fileSources, wasmPaths} from "./files.js";
import type {OpenShortRun} from "./short-run.js";
import {createWorker} from "./trainer-host.js";
import {WorkerLink, workerName} from "./worker-link.js";

/** Starts an experiment in a worker of its own, on wasm, where the same steps give the same pictures on every machine. */
export const openShortRun: OpenShortRun = async (experiment, params, handlers) => {
  const files = await fileSources(experiment.files(params));
  const name = workerName(`contest ${experiment.id}`);
  const link = new WorkerLink(createWorker(name), name, handlers);
  try {
    const options = {
      experiment: experiment.id,
      params,
      files,
      backends: ["wasm"],
      wasmPaths,
    } as const;
    const {weights} = await link.request({type: "start", options});
    return {link, weights: Object.values(weights).reduce((sum, count) => sum + count, 0)};
  } catch (error) {
    link.terminate();
    throw error;
  }
};
