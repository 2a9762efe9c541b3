/** The claims of all experiments, found by reading their folders. */
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {named} from "../../lib/named.js";
import type {AnyClaim, RecordedClaim} from "../../lib/training/claim.js";
import {experimentIds} from "../experiment-modules.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface NamedClaim<C extends AnyClaim = AnyClaim> {
  /** `experiment.claim`, as it is called everywhere. */
  readonly name: string;
  readonly experiment: string;
  /** The export of the experiment's `claims.ts`. */
  readonly exported: string;
  readonly claim: C;
}

/** Every claim, sorted by its name. */
export async function allClaims(): Promise<readonly NamedClaim[]> {
  const found = await Promise.all(experimentIds().map(claimsOf));
  return found.flat();
}

/** The claims called `names`, all of them for none. Rejects with a RangeError that lists the known ones. */
export async function findClaims(names: readonly string[]): Promise<readonly NamedClaim[]> {
  const all = await allClaims();
  const byName = Object.fromEntries(all.map((each) => [each.name, each]));
  return names.length > 0 ? names.map((name) => named("claim", byName, name)) : all;
}

export function isRecorded(each: NamedClaim): each is NamedClaim<RecordedClaim> {
  return !("runs" in each.claim);
}

async function claimsOf(experiment: string): Promise<readonly NamedClaim[]> {
  const file = `${root}src/experiments/${experiment}/claims.ts`;
  if (!existsSync(file)) return [];
  const exports: Readonly<Record<string, AnyClaim>> = await import(file);
  return Object.keys(exports)
    .sort()
    .map((exported) => ({
      name: `${experiment}.${exported}`,
      experiment,
      exported,
      claim: exports[exported]!,
    }));
}
