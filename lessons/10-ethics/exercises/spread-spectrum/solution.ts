/** The row with the mark. */
export function withMark(pixels: number[], signs: number[], strength: number): number[] {
  return pixels.map((pixel, i) => {
    const moved = pixel + strength * signs[i]!;
    return Math.min(255, Math.max(0, moved));
  });
}

/** Each pixel minus the mean of its neighbours. */
export function residual(pixels: number[]): number[] {
  return pixels.map((pixel, i) => {
    const around = [pixels[i - 1], pixels[i + 1]].filter((value) => value !== undefined);
    const sum = around.reduce((a, b) => a + b, 0);
    return pixel - sum / around.length;
  });
}

/** How well the residuals agree with the signs. */
export function score(residuals: number[], signs: number[]): number {
  const agreement = residuals.reduce((sum, r, i) => sum + r * signs[i]!, 0);
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  return squares === 0 ? 0 : agreement / Math.sqrt(squares);
}

/** The score that exactly `alarms` of all stand before, from high to low. */
export function limit(scores: number[], alarms: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[alarms]!;
}
