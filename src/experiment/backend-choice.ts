import {type BackendName, backendNames, type Timing} from "../lib/training/protocol.js";

/** What this browser could run, and why the rest is left out. */
export interface Available {
  readonly names: readonly BackendName[];
  readonly notes: readonly string[];
}

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

async function hasWebGPU(): Promise<boolean> {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  if (!adapter) return false;
  const {vendor, architecture, device, description, isFallbackAdapter} = adapter.info;
  const name = `${vendor} ${architecture} ${device} ${description}`;
  return !isFallbackAdapter && !softwareRenderer.test(name);
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

/** What was measured on this device for one experiment and size, so that it is measured once. */
export interface RememberedChoice {
  readonly backend: BackendName;
  readonly timings: readonly Timing[];
}

const prefix = "from-noise.backend.";

/** The remembered choice for `key`, or undefined when there is none or storage is closed. */
export function rememberedChoice(key: string): RememberedChoice | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? "null");
    return backendNames.includes(kept?.backend) && Array.isArray(kept.timings) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function rememberChoice(key: string, choice: RememberedChoice): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(choice));
  } catch {
    // Without storage the next visit measures again.
  }
}
