/**
 * QuickJS, a JavaScript engine compiled to WebAssembly, with a memory that cannot grow over a limit. Code in it meets no object
 * of the engine it runs in: not its own realm, nor a clock, a module or a file. The packages are handed in.
 */
import type {QuickJSContext, QuickJSSyncVariant} from "quickjs-emscripten-core";

/** The parts in use of quickjs-emscripten and of the build of QuickJS that goes with it. */
export interface QuickJsPackages {
  readonly open: (variant: QuickJSSyncVariant) => Promise<{newContext(): QuickJSContext}>;
  readonly ffi: Awaited<ReturnType<QuickJSSyncVariant["importFFI"]>>;
  readonly load: Loader;
}

type Loader = Extract<
  Awaited<ReturnType<QuickJSSyncVariant["importModuleLoader"]>>,
  (...args: never[]) => unknown
>;

/** Everything that code in QuickJS holds: lists, strings, buffers, its program. */
export const memoryLimitMb = 128;

const pageBytes = 2 ** 16;
const limitPages = (memoryLimitMb * 2 ** 20) / pageBytes;
const firstPages = limitPages / 8;
/** The memory grows by steps of 5 % at least. When no step fits, even an error may not. */
const fullBytes = (limitPages * pageBytes) / 1.06;
/** Some 800 calls of functions, so that their limit is met before that of a worker's stack below, which would end it all. */
const stackBytes = 2 ** 17;

/** The engine looks up so often. Its own constant. */
export const turnsPerLook = 10_000;

export class OutOfMemory extends Error {}

export interface QuickJs {
  readonly context: QuickJSContext;
  /** Whether the memory has grown to its limit. */
  isFull(): boolean;
  /** How much it takes now; it never shrinks. */
  bytes(): number;
  /** Asks every 10,000 turns (calls and jumps) whether the code must stop, which it cannot catch. */
  interruptWhen(mustStop: () => boolean): void;
}

/** A new engine with a memory of its own. */
export async function openQuickJs(
  {open, ffi, load}: QuickJsPackages,
  wasm: WebAssembly.Module,
): Promise<QuickJs> {
  const wasmMemory = new WebAssembly.Memory({initial: firstPages, maximum: limitPages});
  const bytes = () => wasmMemory.buffer.byteLength;
  const loadLimited = async () => {
    const module = await load({...silent, wasmMemory, instantiateWasm: instantiator(wasm)});
    refuseToLackMemory(module);
    return module;
  };
  const quickJs = await open({
    type: "sync",
    importFFI: async () => ffi,
    importModuleLoader: async () => loadLimited as Loader,
  });
  const context = quickJs.newContext();
  context.runtime.setMaxStackSize(stackBytes);
  return {
    context,
    bytes,
    isFull: () => bytes() > fullBytes,
    interruptWhen: (mustStop) => context.runtime.setInterruptHandler(mustStop),
  };
}

/** Nothing in it prints. */
const silent = {print() {}, printErr() {}};

type Instance = (instance: WebAssembly.Instance) => void;

function instantiator(wasm: WebAssembly.Module) {
  return (imports: WebAssembly.Imports, done: Instance) => {
    WebAssembly.instantiate(wasm, imports).then(done);
    return {};
  };
}

/** The package writes to what it is given without asking whether it got anything. */
function refuseToLackMemory(module: {_malloc(size: number): number}): void {
  const malloc = module._malloc;
  module._malloc = (size) => {
    const address = malloc(size);
    if (address === 0) throw new OutOfMemory("no memory left");
    return address;
  };
}
