/** A mark in this tab that cells are running, or took too much and were stopped. It is taken away when their reader ends them, and when the
 * page is left while they run: who finds it was cut off. */
import {basePath} from "../storage/place.js";

const key = `from-noise.notebook-running ${basePath}`;

export function markRunning(isRunning: boolean): void {
  try {
    if (isRunning) sessionStorage.setItem(key, "1");
    else sessionStorage.removeItem(key);
  } catch {
    // denied with the storage: then nothing runs by itself in any case
  }
}

/** Whether cells may run without being asked: nobody forbids it in the address, and the last ones have not taken the page down. */
export function mayRunByItself(address: URL): boolean {
  if (address.searchParams.get("run") === "off") return false;
  try {
    return sessionStorage.getItem(key) === null;
  } catch {
    return false;
  }
}
