/** The places of this tab, by entries of its history: they outlive a reload, and Back finds them. */
import type {ReadingPlace} from "./reading-place.js";

const storageName = "from-noise.places";

/** Entries of the history that are remembered; nobody goes back further often. */
const most = 50;

type Places = readonly (readonly [entry: string, place: ReadingPlace])[];

/** The place kept for this entry of the history. */
export function keptPlace(): ReadingPlace | undefined {
  const entry = entryName();
  return places().find(([name]) => name === entry)?.[1];
}

/** Keeps `place` for this entry of the history. Where the browser keeps nothing, neither do we. */
export function keepPlace(place: ReadingPlace): void {
  const entry = entryName() ?? nameEntry();
  const others = places().filter(([name]) => name !== entry);
  const kept: Places = [...others, [entry, place] as const].slice(-most);
  try {
    sessionStorage.setItem(storageName, JSON.stringify(kept));
  } catch {
    // denied, or full
  }
}

function places(): Places {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageName) ?? "[]");
    return Array.isArray(kept) ? (kept as Places) : [];
  } catch {
    return [];
  }
}

interface NamedEntry {
  readonly place?: string;
}

function entryName(): string | undefined {
  return (history.state as NamedEntry | null)?.place;
}

function nameEntry(): string {
  const place = `${Date.now()}-${history.length}`;
  history.replaceState({...(history.state as NamedEntry | null), place}, "");
  return place;
}
