import {basePath} from "./place.js";

/** Few enough digits to be told to somebody, and enough that hardly two readers have the same. */
const least = 1_000;
const most = 99_999;

/** That any experiment takes. */
const largest = 4_294_967_295;

const name = `from-noise.seed ${basePath}`;

/** Of this page alone, where the browser keeps nothing. */
let unkept: number | undefined;

/** The seed that this reader's runs start with unless a link names one. Made once, so that every reader sees other pictures. */
export function ownSeed(): number {
  const kept = keptSeed();
  if (kept !== undefined) return kept;
  unkept ??= newSeed();
  try {
    localStorage.setItem(name, String(unkept));
  } catch {
    // Without storage the next page makes another.
  }
  return unkept;
}

/** A seed by chance. */
export function newSeed(): number {
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return least + (drawn! % (most - least + 1));
}

/** The next page makes another. */
export function forgetSeed(): void {
  unkept = undefined;
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing is kept then.
  }
}

function keptSeed(): number | undefined {
  try {
    const kept = localStorage.getItem(name) ?? "";
    return /^\d{1,10}$/.test(kept) && Number(kept) <= largest ? Number(kept) : undefined;
  } catch {
    return undefined;
  }
}
