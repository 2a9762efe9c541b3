/**
 * An estimate of the energy that a computation took.
 *
 *     energy = power · time,   1 Wh = 3600 J
 *
 * The time is measured. The power is assumed, for no page can measure it: that of the whole machine at work. What it took to make the machine, and to bring
 * the page here, is not in it.
 */

/** Watts of a laptop at work, about. A meter at the plug knows better. */
export const laptopWatts = {low: 15, high: 60} as const;

/** Watts that are assumed of a reader's machine unless they know better. */
export const assumedWatts: number = laptopWatts.low;

/** Throws a RangeError for a time or a power that there cannot be. */
export function wattHours(seconds: number, watts: number): number {
  for (const [name, value] of Object.entries({seconds, watts}))
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`invalid ${name}: ${value} (a number, 0 or more)`);
  return (seconds * watts) / 3600;
}
