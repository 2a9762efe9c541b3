import {shownName} from "./shown-value.js";

/** The one called `name`. Throws a RangeError with the legal names. */
export function named<T>(what: string, all: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (found === undefined)
    throw new RangeError(
      `unknown ${what}: ${shownName(name)} (one of ${Object.keys(all).join(", ")})`,
    );
  return found;
}
