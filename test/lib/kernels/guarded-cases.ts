/**
 * Guarded cases: every kernel that is registered on wasm, with gradient, at all sizes from 0 to 70, against TF.js's cpu back end. A case is
 * known by its op and its number; `runCases([{op, number}])` repeats one.
 */
import {Random} from "../../../lib/random.js";
import {arrayCases} from "./guarded-array-cases.js";
import type {Case, DrawCase} from "./guarded-case.js";
import {Draw} from "./guarded-draw.js";
import {optimiserCases} from "./guarded-optimiser-cases.js";
import {valueCases} from "./guarded-value-cases.js";
import {windowCases} from "./guarded-window-cases.js";

const cases: Readonly<Record<string, DrawCase>> = {
  ...windowCases,
  ...valueCases,
  ...arrayCases,
  ...optimiserCases,
};

export const ops: readonly string[] = Object.keys(cases);

export interface CaseName {
  readonly op: string;
  readonly number: number;
}

/** The case of that name: always the same. */
export function drawCase({op, number}: CaseName): Case {
  const draw = cases[op];
  if (!draw) throw new Error(`unknown op: ${op} (any of ${ops.join(", ")})`);
  return draw(new Draw(new Random(number).fork(op)));
}

/** In one line: what must be known to see the case before one's eyes. */
export function caseText({op, number}: CaseName, {inputs, attributes}: Case): string {
  const shapes = inputs.map(({shape, dtype}) => `${dtype} [${shape}]`).join(", ");
  return `${op} ${number}: ${shapes} ${JSON.stringify(attributes)}`;
}
