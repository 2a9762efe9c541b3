const digitSets = [[1, 2, 5], [1, 5], [1]] as const;

/**
 * Round numbers from `low` to `high`, both above zero, that stand at most `most` strong on a logarithmic axis: 1, 2 and 5
 * times the powers of ten, or 1 and 5 times, or the powers alone, whichever are few enough.
 */
export function logTicks(low: number, high: number, most: number): number[] {
  if (!(low > 0 && high >= low))
    throw new RangeError(`invalid interval: ${low} to ${high} (numbers above 0, ascending)`);
  const candidates = digitSets.map((digits) => multiples(digits, low, high));
  return candidates.find((ticks) => ticks.length <= most) ?? candidates.at(-1)!;
}

function multiples(digits: readonly number[], low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    for (const digit of digits) ticks.push(Number(`${digit}e${power}`));
  return ticks.filter((tick) => tick >= low && tick <= high);
}
