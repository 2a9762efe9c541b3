/** An experiment's params in the page's address: where they are read, shown, and followed when another is gone to. */

import {type LinkState, readLink, writeLink} from "../../lib/param-link.js";
import {defaultParams, isSameParams, type Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {ownSeed} from "../../storage/own-seed.js";
import {paramsNow, type RunRecord} from "./run-record.js";

/** What the address says of the experiment, and the params that follow from it. */
export function addressOf(spec: Experiment): {readonly link: LinkState; readonly params: Params} {
  const link = readLink(spec.params, spec.id, location.hash);
  return {link, params: {...startOf(spec, link), ...link.params}};
}

/** What holds where the address names nothing: the defaults, with the reader's own seed. A link that keeps readers from the seed means that
 * of the course, so that a class sees the same. */
function startOf({params: table}: Experiment, {locked, hidden}: LinkState): Params {
  const isOwn = "seed" in table && ![...locked, ...hidden].includes("seed");
  return {...defaultParams(table), ...(isOwn && {seed: ownSeed()})};
}

/** What a link leaves the reader of a param: to change it, to see it, or neither. */
export type Access = "open" | "locked" | "hidden";

export function accessTo(
  {locked, hidden}: Pick<LinkState, "locked" | "hidden">,
  name: string,
): Access {
  return hidden.includes(name) ? "hidden" : locked.includes(name) ? "locked" : "open";
}

/** Puts what leads to `run` into the address, without a new entry in the browser's history. */
export function showInAddress(spec: Experiment, run: RunRecord): void {
  const hash = linkTo(spec, run, location.hash);
  if (hash !== location.hash)
    history.replaceState(history.state, "", location.pathname + location.search + hash);
}

/** `hash` with what makes `run` again for whoever follows it, who has another seed of their own: so it is named, unless the run is the one
 * that every reader starts with. A limit that was moved on the way holds from the start. */
export function linkTo(spec: Experiment, run: RunRecord, hash: string): string {
  const {id, params: table} = spec;
  const isUntouched =
    run.step === 0 && isSameParams(run.params, startOf(spec, readLink(table, id, hash)));
  if (isUntouched) return writeLink(table, id, defaultParams(table), hash);
  const {maxSteps = 0} = paramsNow(run);
  const params = "maxSteps" in table ? {...run.params, maxSteps} : run.params;
  return writeLink(table, id, params, hash, "seed" in table ? ["seed"] : []);
}

/** Calls `arrive` whenever the reader goes to an address that sets something of this experiment, until `signal`. */
export function followAddress(
  spec: Experiment,
  arrive: (address: ReturnType<typeof addressOf>) => void,
  signal: AbortSignal,
): void {
  const follow = () => {
    if (location.hash.includes(`${spec.id}.`)) arrive(addressOf(spec));
  };
  addEventListener("hashchange", follow, {signal});
}

/** Whether the reader came by a link that sets this experiment first; who reloads the page stays where they were. */
export function leadsTo(id: string): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "navigate" && location.hash.startsWith(`#${id}.`);
}
