/** The compiled kernels of the wasm back end: one file each. */
import type {Kernel} from "../kernel.js";

export const wasmKernels: readonly Kernel[] = [];
