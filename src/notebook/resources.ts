/** What cells may ask the page for, each fetched when it is first asked for. */
import {FileAttachment} from "observablehq:stdlib";
import type {Resource, ResourceName} from "./exchange.js";

export const placeUrl = FileAttachment("./place.html").href;

export const cellsProgram = () => FileAttachment("../vendor/notebook-worker.txt").text();

const fetched: Readonly<Record<ResourceName, () => Promise<Resource>>> = {
  tensors: async () => {
    const [script, bytes] = await Promise.all([
      FileAttachment("../vendor/tensors-worker.txt").text(),
      FileAttachment("../vendor/wasm/tfjs-backend-wasm-simd.wasm").arrayBuffer(),
    ]);
    return {script, bytes};
  },
  d3: async () => ({script: await FileAttachment("../vendor/d3-worker.txt").text()}),
  digits: async () => ({bytes: await FileAttachment("../data/digits-train.bin.gz").arrayBuffer()}),
};

export function fetchResource(name: ResourceName): Promise<Resource> {
  return fetched[name]();
}
