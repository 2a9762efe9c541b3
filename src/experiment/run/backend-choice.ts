import {type BackendName, backendNames} from "../../lib/training/protocol.js";
import {withPatience} from "./patience.js";

const softwareRenderer = /swiftshader|llvmpipe|software|basic render|mesa offscreen/i;

/**
 * Back ends worth measuring here, fastest first by habit. One that is emulated in software is left out, since it is
 * right but dozens of times slower; `?backend=` still reaches it.
 */
export async function availableBackends(): Promise<readonly BackendName[]> {
  const names: BackendName[] = [];
  if (await hasWebGPU()) names.push("webgpu");
  if (hasWebGL()) names.push("webgl");
  return [...names, "wasm", "cpu"];
}

/** A browser whose graphics process is in trouble may never answer. */
const adapterMs = 5000;

async function hasWebGPU(): Promise<boolean> {
  const asked = navigator.gpu?.requestAdapter() ?? Promise.resolve(null);
  const adapter = await withPatience(asked, "The graphics device", adapterMs).catch(() => null);
  if (!adapter) return false;
  const info: Partial<GPUAdapterInfo> = adapter.info ?? {}; // browsers of 2023 have none
  const name = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`;
  return !info.isFallbackAdapter && !softwareRenderer.test(name);
}

function hasWebGL(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !softwareRenderer.test(renderer);
}

/** The back end the address asks for by `?backend=`, or a note when it asks for one that doesn't exist. */
export function requestedBackend(search: string): {
  readonly name?: BackendName;
  readonly note?: string;
} {
  const text = new URLSearchParams(search).get("backend");
  if (text === null) return {};
  const name = backendNames.find((known) => known === text);
  if (name) return {name};
  return {
    note: `The link asks for the back end “${text}”, which doesn't exist (one of ${backendNames.join(", ")}). The best one here is used instead.`,
  };
}

const prefix = "from-noise.backend.";

/** The back end that was fastest on this device for `key`, an experiment and its size; undefined when that was not
 * measured or storage is closed. */
export function rememberedBackend(key: string): BackendName | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? "null");
    return backendNames.find((name) => name === kept?.backend);
  } catch {
    return undefined;
  }
}

/** Keeps the choice for `key` in this browser, where it keeps anything. */
export function rememberBackend(key: string, backend: BackendName): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({backend}));
  } catch {
    // Without storage the next visit measures again.
  }
}
