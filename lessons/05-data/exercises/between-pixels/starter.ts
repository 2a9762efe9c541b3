/** The row with `count` pixels, on straight lines between the old ones. */
export function bilinear(row: number[], count: number): number[] {
  return [];
}

/** The middle value around each pixel. */
export function median(row: number[], radius: number): number[] {
  return [];
}
