/** What cells may ask the page for, each fetched when it is first asked for. */
import {FileAttachment} from "observablehq:stdlib";
import {fileSources} from "../experiment/run/files.js";
import {loadFile} from "../lib/datasets/load-file.js";
import type {FileResource, Resource, ResourceName} from "./exchange.js";

export const placeUrl = FileAttachment("./place.html").href;

export const cellsProgram = () => FileAttachment("../vendor/notebook-worker.txt").text();

type Program = Exclude<ResourceName, FileResource>;

const programs: Readonly<Record<Program, () => Promise<Resource>>> = {
  tensors: async () => {
    const [script, bytes] = await Promise.all([
      FileAttachment("../vendor/tensors-worker.txt").text(),
      FileAttachment("../vendor/wasm/tfjs-backend-wasm-simd.wasm").arrayBuffer(),
    ]);
    return {script, bytes};
  },
  d3: async () => ({script: await FileAttachment("../vendor/d3-worker.txt").text()}),
  experiments: async () => ({
    script: await FileAttachment("../vendor/experiments-worker.txt").text(),
  }),
};

export function fetchResource(name: ResourceName): Promise<Resource> {
  return isFile(name) ? dataFile(name.slice("file ".length)) : programs[name]();
}

function isFile(name: ResourceName): name is FileResource {
  return name.startsWith("file ");
}

/** Rejects with an error that lists the files there are, or says what came instead. */
async function dataFile(name: string): Promise<Resource> {
  const {[name]: source} = await fileSources([name]);
  const signal = AbortSignal.timeout(fileTimeoutMs);
  const bytes = await loadFile(source!, {fetch: (...request) => fetch(...request), signal});
  return {bytes: bytes.slice().buffer};
}

const fileTimeoutMs = 120_000;
