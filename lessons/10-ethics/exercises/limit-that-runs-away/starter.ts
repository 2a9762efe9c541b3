/** The limit for the next day, from all pictures of this one. */
export function step(limit: number, pictures: Picture[]): number {
  const held = pictures.filter(({p}) => p >= limit);
  const wrongly = held.filter(({forbidden}) => !forbidden).length;
  const falseAlarms = wrongly / Math.max(1, held.length);
  const next = limit + 0.5 * (falseAlarms - 0.05);
  return Math.min(1, Math.max(0, next));
}

interface Picture {
  /** The filter's probability that it is forbidden. */
  p: number;
  /** What people wrote down. */
  forbidden: boolean;
}
