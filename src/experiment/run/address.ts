/** An experiment's params in the page's address: where they are read, shown, and followed when another is gone to. */

import {type LinkState, readLink, writeLink} from "../../lib/param-link.js";
import {defaultParams, type Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";

/** What the address says of the experiment, and the params that follow from it. */
export function addressOf(spec: Experiment): {readonly link: LinkState; readonly params: Params} {
  const link = readLink(spec.params, spec.id, location.hash);
  return {link, params: {...defaultParams(spec.params), ...link.params} as Params};
}

/** What a link leaves the reader of a param: to change it, to see it, or neither. */
export type Access = "open" | "locked" | "hidden";

export function accessTo(
  {locked, hidden}: Pick<LinkState, "locked" | "hidden">,
  name: string,
): Access {
  return hidden.includes(name) ? "hidden" : locked.includes(name) ? "locked" : "open";
}

/** Puts `params` into the address without a new entry in the browser's history. */
export function showInAddress({id, params: table}: Experiment, params: Params): void {
  const hash = writeLink(table, id, params, location.hash);
  if (hash !== location.hash)
    history.replaceState(history.state, "", location.pathname + location.search + hash);
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
