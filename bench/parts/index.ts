import type {Part} from "../part.js";
import {backends} from "./backends.js";
import {conformance} from "./conformance.js";
import {drawing} from "./drawing.js";
import {first} from "./first.js";
import {fuzz} from "./fuzz.js";
import {gpu} from "./gpu.js";
import {guarded} from "./guarded.js";
import {kernels} from "./kernels.js";
import {memory} from "./memory.js";
import {notebook} from "./notebook.js";
import {page} from "./page.js";
import {quality} from "./quality.js";
import {size} from "./size.js";
import {steps} from "./steps.js";
import {threads} from "./threads.js";
import {versions} from "./versions.js";
import {webgpu} from "./webgpu.js";

/** In the order in which they run. */
export const parts = {
  steps,
  threads,
  kernels,
  guarded,
  conformance,
  versions,
  webgpu,
  gpu,
  quality,
  first,
  drawing,
  page,
  notebook,
  memory,
  size,
  backends,
  fuzz,
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts) as PartName[];
