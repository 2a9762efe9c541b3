/**
 * A function that a notebook hands to an experiment on another page of this tab, with what the run is given. It lies in the tab's own
 * storage, where neither a link nor a file can put it, and is taken from there once. It is text until the reader lets it run.
 */
import type {Driver} from "../../lib/driver.js";
import {basePath} from "../../storage/place.js";

export interface HandedOver {
  readonly driver: Driver;
  /** What the reader has drawn for the run, such as points. */
  readonly inputs: Readonly<Record<string, PlainInput>>;
  /** The title of the notebook that it is from. */
  readonly notebook: string;
}

export interface PlainInput {
  readonly data: readonly number[];
  readonly shape: readonly number[];
}

const keyOf = (id: string) => `from-noise.handed ${basePath}${id}`;

/** Lays `handed` where the experiment called `id` finds it. Throws an Error where the browser keeps nothing. */
export function handOver(id: string, handed: HandedOver): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(handed));
  } catch {
    throw new Error(
      "This browser keeps nothing for the course, so that no code gets from one page to another: allow it to keep site data, and try again.",
    );
  }
}

/** What was handed to the experiment called `id`, as text. */
export function takeHanded(id: string): string | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(id)) ?? undefined;
    sessionStorage.removeItem(keyOf(id));
    return text;
  } catch {
    return undefined; // denied with the storage
  }
}
