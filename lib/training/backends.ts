import type {MathBackendWebGL} from "@tensorflow/tfjs-backend-webgl";
import type {WebGPUBackend} from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "../tf.js";
import type {Host} from "./host.js";
import {type BackendName, backendNames, type StartOptions} from "./protocol.js";

/** No back end could be used; the message has each one's reason. */
export class NoBackend extends Error {
  override readonly name = "NoBackend";
}

export interface BackendOptions {
  readonly wasmPaths: StartOptions["wasmPaths"];
  /** The same binaries with a memory that threads may share, where they may. */
  readonly shareMemory?: Host["shareMemory"];
  /** Registers what the back end lacks; called once it runs. */
  readonly installKernels: () => void | Promise<void>;
}

/** Loads the code of the back end and makes it the one in use. Throws with the reason when it can't run here. */
export async function useBackend(name: BackendName, options: BackendOptions): Promise<void> {
  await loaders[name](options);
  await start(name);
  await options.installKernels();
}

/** Frees the back end with all that is on it. */
export function dropBackend(name: BackendName): void {
  if (tf.findBackendFactory(name)) tf.removeBackend(name);
}

/** The first of `names` that runs, and a note for each one that didn't. Throws `NoBackend` when none does. */
export async function useFirstBackend(
  names: readonly string[],
  options: BackendOptions,
): Promise<{readonly backend: BackendName; readonly notes: readonly string[]}> {
  const notes: string[] = [];
  for (const name of names) {
    try {
      await useBackend(parseBackend(name), options);
      return {backend: parseBackend(name), notes};
    } catch (error) {
      notes.push(`The back end ${name} can't be used: ${reasonOf(error)}.`);
    }
  }
  throw new NoBackend(notes.join(" ") || `no back end given (one of ${backendNames.join(", ")})`);
}

/** `text` as the name of a back end. Throws a RangeError with the legal set. */
export function parseBackend(text: string): BackendName {
  const name = backendNames.find((known) => known === text);
  if (!name) throw new RangeError(`unknown back end: ${text} (one of ${backendNames.join(", ")})`);
  return name;
}

/** Resolves with a reason when the device behind the back end in use is lost, which wasm and cpu never are. */
export function deviceLoss(name: BackendName): Promise<string> {
  if (name === "webgpu") return webgpuLoss(tf.backend() as WebGPUBackend);
  if (name === "webgl") return webglLoss(tf.backend() as MathBackendWebGL);
  return new Promise(() => {});
}

// Each import is a chunk of its own: only the back end in use is downloaded.
const loaders: Record<BackendName, (options: BackendOptions) => Promise<void>> = {
  webgpu: async () => void (await import("@tensorflow/tfjs-backend-webgpu")),
  webgl: async () => void (await import("@tensorflow/tfjs-backend-webgl")),
  cpu: async () => void (await import("@tensorflow/tfjs-backend-cpu")),
  wasm: async ({wasmPaths, shareMemory}) => {
    const {setWasmPaths} = await import("@tensorflow/tfjs-backend-wasm");
    // The sums of its threaded build have another order on each machine. Ours share the memory of the plain one.
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    setWasmPaths((await shareMemory?.(wasmPaths)) ?? wasmPaths);
  },
};

// A package registers its factory once, when it is first loaded; a back end that was dropped may be wanted again.
const factories = new Map<BackendName, () => tf.KernelBackend | Promise<tf.KernelBackend>>();

/** `tf.setBackend` swallows the reason of a failure; the factory, called here, tells it. */
async function start(name: BackendName): Promise<void> {
  if (tf.getBackend() === name) return;
  const factory = factories.get(name) ?? tf.findBackendFactory(name);
  if (!factory) throw new Error("this browser does not offer it");
  factories.set(name, factory);
  const backend = await factory();
  dropBackend(name);
  tf.registerBackend(name, () => backend);
  await tf.setBackend(name);
}

function webgpuLoss({device}: WebGPUBackend): Promise<string> {
  return device.lost.then(({message, reason}) => message || `the GPU device was ${reason}`);
}

function webglLoss({gpgpu}: MathBackendWebGL): Promise<string> {
  return new Promise((resolve) => {
    gpgpu.gl.canvas.addEventListener("webglcontextlost", () =>
      resolve("the WebGL context was lost"),
    );
  });
}

/** The reason of `error`, as the end of a sentence without its full stop. */
function reasonOf(error: unknown): string {
  const message = (error as {message?: unknown} | null)?.message ?? error;
  return String(message).replace(/\.$/, "");
}
