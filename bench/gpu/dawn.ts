/** WebGPU in Node, by Dawn (the package `webgpu`). */
import {createRequire} from "node:module";
import {watch} from "../../test/browser/webgpu-watch.js";

export interface Adapter {
  readonly name: string;
  /** A processor that stands in for a GPU. */
  readonly isSoftware: boolean;
}

/** Gives this process a `navigator.gpu`, from the file `dawn.node` in `folder`. Throws an Error where no GPU is found. */
export async function startDawn(folder: string): Promise<Adapter> {
  const {create, globals} = createRequire(import.meta.url)(`${folder}dawn.node`);
  Object.assign(globalThis, globals);
  const gpu = create([]) as GPU;
  Object.defineProperty(globalThis, "navigator", {value: {gpu}, configurable: true});
  const adapter = await gpu.requestAdapter();
  if (!adapter)
    throw new Error(
      "no GPU found: is its driver's Vulkan here? VK_DRIVER_FILES may name the driver's icd.json",
    );
  const {vendor, architecture, device, description} = adapter.info;
  const name = [vendor, architecture, device, description].filter(Boolean).join(", ");
  return {name, isSoftware: /swiftshader|llvmpipe|lavapipe/i.test(name)};
}

/** How many dispatches `work` asks for. */
export async function dispatchesOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const stop = watch(GPUComputePassEncoder.prototype, "dispatchWorkgroups", () => {
    count++;
  });
  await work();
  stop();
  return count;
}
