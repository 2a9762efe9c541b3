/** A share of cases with its 95 % interval, from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface ShareRow {
  readonly share: Share;
  /** The reference that it is compared with, drawn as a grey band. */
  readonly reference: Share;
  /** The one that is meant; the others are not. */
  readonly isMeant?: boolean;
}

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
