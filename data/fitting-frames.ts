import type {Snapshot} from "../lib/training/protocol.js";

/** How many pictures of a recorded run are kept, as far as there is room. */
const counts = [13, 9, 7, 5, 4, 3] as const;

/** As many of `snapshots`, evenly chosen with the first and the last, as take at most `mostBytes` when packed; at least three. */
export function fittingFrames(
  snapshots: readonly Snapshot[],
  mostBytes: number,
  packed: (some: readonly Snapshot[]) => Uint8Array,
): readonly Snapshot[] {
  let chosen = snapshots;
  for (const count of counts) {
    chosen = evenly(snapshots, count);
    if (packed(chosen).length <= mostBytes) break;
  }
  return chosen;
}

function evenly(snapshots: readonly Snapshot[], count: number): readonly Snapshot[] {
  const last = snapshots.length - 1;
  if (count > last) return snapshots;
  return Array.from({length: count}, (_, i) => snapshots[Math.round((i * last) / (count - 1))]!);
}
