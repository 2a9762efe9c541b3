import {basePath} from "./place.js";

const name = `from-noise.threads ${basePath}`;

/** More than any run takes; a kept number beyond it is damage. */
const largest = 16;

/** How many threads this reader wants for every run; undefined for what a measurement finds. */
export function ownThreads(): number | undefined {
  try {
    const kept = localStorage.getItem(name) ?? "";
    return /^\d{1,2}$/.test(kept) && Number(kept) >= 1 && Number(kept) <= largest
      ? Number(kept)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the wish; without a `count` it forgets it. Whether the browser has kept it. */
export function keepThreads(count: number | undefined): boolean {
  try {
    if (count === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, String(count));
    return true;
  } catch {
    return false;
  }
}
