/** Times that something of a rare kind is taken at most: of few pictures too many would be learned by heart. */
const mostTimes = 8;

/** Indices of `kinds`, those of rare ones several times, so that all kinds come about equally often. */
export function inBalance(kinds: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return kinds.flatMap((kind, i) => {
    const times = Math.min(mostTimes, Math.round(most / counts.get(kind)!));
    return new Array<number>(times).fill(i);
  });
}
