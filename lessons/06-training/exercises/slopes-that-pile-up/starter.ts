interface State {
  slope: number;
  bias: number;
  sumSlope: number;
  sumBias: number;
  count: number;
}

/** One part of a batch: its slopes are added up, and with the last part the line moves. */
export function step(state: State, points: number[][], isLast: boolean): State {
  let {slope, bias, sumSlope, sumBias, count} = state;
  for (const [x, y] of points) {
    const error = slope * x! + bias - y!;
    sumSlope += error * x!;
    sumBias += error;
  }
  count += points.length;
  if (isLast) {
    slope -= (0.3 * sumSlope) / count;
    bias -= (0.3 * sumBias) / count;
    count = 0;
  }
  return {slope, bias, sumSlope, sumBias, count};
}
