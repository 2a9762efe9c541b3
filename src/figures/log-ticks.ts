/** 1, 2 and 5 times the powers of ten from `low` to `high`, both above zero: 0.5, 1, 2, 5, 10 … */
export function logTicks(low: number, high: number): number[] {
  if (!(low > 0 && high >= low))
    throw new RangeError(`invalid interval: ${low} to ${high} (numbers above 0, ascending)`);
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    for (const digit of [1, 2, 5]) ticks.push(Number(`${digit}e${power}`));
  return ticks.filter((tick) => tick >= low && tick <= high);
}
