import {ganDigits} from "./gan-digits.js";
import {makeGanDigits} from "./gan-digits.setup.js";
import {ganPlane} from "./gan-plane.js";
import {makeGanPlane} from "./gan-plane.setup.js";
import type {MakeSetup} from "./setup.js";

/** The worker's side of every experiment by its id; the page's side is index.ts. */
export const setups: Readonly<Record<string, MakeSetup>> = {
  [ganPlane.id]: makeGanPlane as MakeSetup,
  [ganDigits.id]: makeGanDigits as MakeSetup,
};

/** The setup of the experiment called `id`. Throws a RangeError that lists the known ones. */
export function findSetup(id: string): MakeSetup {
  const found = Object.hasOwn(setups, id) ? setups[id] : undefined;
  if (!found)
    throw new RangeError(`unknown experiment: ${id} (one of ${Object.keys(setups).join(", ")})`);
  return found;
}
