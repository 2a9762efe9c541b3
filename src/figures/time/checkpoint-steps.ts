/** The step of `steps` (ascending) nearest to `step`; `undefined` when there is none. */
export function nearestStep(steps: readonly number[], step: number): number | undefined {
  let best: number | undefined;
  for (const candidate of steps)
    if (best === undefined || Math.abs(candidate - step) < Math.abs(best - step)) best = candidate;
  return best;
}

/** Where a key leads from `step`: arrows to the neighbouring checkpoint, Page keys over a tenth of them, Home, End. */
export function stepAfterKey(
  steps: readonly number[],
  step: number,
  key: string,
): number | undefined {
  const before = steps.findLastIndex((candidate) => candidate < step);
  const after = steps.findIndex((candidate) => candidate > step);
  const past = after < 0 ? steps.length : after;
  const more = Math.max(1, Math.round(steps.length / 10)) - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: before,
    ArrowDown: before,
    ArrowRight: past,
    ArrowUp: past,
    PageDown: before - more,
    PageUp: past + more,
    Home: 0,
    End: steps.length - 1,
  };
  const place = Object.hasOwn(places, key) ? places[key] : undefined;
  if (place === undefined || steps.length === 0) return undefined;
  return steps[Math.max(0, Math.min(steps.length - 1, place))];
}
