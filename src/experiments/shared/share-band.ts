/** Two standard deviations of a share. */
const spreads = 2;

/** Per cent between which about 95 of 100 shares of `count` pictures lie, where `share` is the true one, from 0 to 1. */
export function shareBand(share: number, count: number) {
  const spread = spreads * Math.sqrt((share * (1 - share)) / count);
  return {low: 100 * Math.max(0, share - spread), high: 100 * Math.min(1, share + spread)};
}
