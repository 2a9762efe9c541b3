/** A class is covered when its share of the pictures reaches the threshold. */
export function isCovered(share: number, threshold: number): boolean {
  return share >= threshold && share > 0;
}

/** Whole per cent, but one decimal below ten: "9.8 %", "23 %". */
export function percent(share: number): string {
  const value = 100 * share;
  return `${value < 9.95 ? Number(value.toFixed(1)) : value.toFixed(0)} %`;
}

/** Where the axis of shares ends: steps coarse enough not to move with every update. */
export function shareTop(shares: readonly number[]): number {
  const most = Math.max(0, ...shares);
  return [0.25, 0.5, 0.75].find((step) => most <= step) ?? 1;
}

/** "8 of 10 classes covered; missing 1, 5". */
export function coverageSummary(
  names: readonly string[],
  shares: readonly number[],
  threshold: number,
  total: number,
): string {
  if (total === 0) return "not measured yet";
  const missing = names.filter((_, i) => !isCovered(shares[i]!, threshold));
  const covered = `${names.length - missing.length} of ${names.length} classes covered`;
  return missing.length === 0 ? covered : `${covered}; missing ${missing.join(", ")}`;
}
