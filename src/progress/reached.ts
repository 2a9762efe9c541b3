import {keptExperiments} from "../storage/kept-run.js";
import type {Shelf} from "../storage/shelf.js";
import type {Reached} from "./page-state.js";

/** All that shows how far the reader is. */
export async function reachedOn(shelf: Shelf): Promise<Reached> {
  const [results, recalls, trained] = await Promise.all([
    shelf.all("results"),
    shelf.all("recalls"),
    keptExperiments(),
  ]);
  return {
    results: Object.fromEntries(results),
    recalls: Object.fromEntries(recalls),
    trained: new Set(trained),
  };
}
