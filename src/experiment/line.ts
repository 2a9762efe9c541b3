/** What a browser says of the reader's line, if it says anything. */
export interface Line {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether megabytes may be fetched over `line` that nobody has pressed a button for: not where data is to be saved, nor where it would take long. */
export function isGenerous({saveData = false, effectiveType = "4g"}: Line): boolean {
  return !saveData && effectiveType === "4g";
}

/** The line of this page. */
export function presentLine(): Line {
  const {connection = {}} = navigator as {connection?: Line};
  const isSparing = matchMedia("(prefers-reduced-data: reduce)").matches;
  return isSparing ? {...connection, saveData: true} : connection;
}
