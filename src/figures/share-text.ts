import type {Share, ShareRow} from "./share-bars.js";

/** "81 % (75 to 86)": a share with its interval, in whole per cent. */
export function shareRowText({share, low, high}: Share): string {
  return `${percent(share)} % (${percent(low)} to ${percent(high)})`;
}

/** All rows in words. */
export function shareSummary(
  names: readonly string[],
  rows: readonly ShareRow[] | undefined,
): string {
  if (!rows) return "not measured yet";
  return rows.map(({share}, i) => `${names[i]} ${percent(share.share)} %`).join(", ");
}

function percent(share: number): number {
  return Math.round(100 * share);
}
