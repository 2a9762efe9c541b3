// expect: differences of both signs cancel
/** For each point, the index of the nearest mean; of equally near ones the first. */
export function assign(points: number[][], means: number[][]): number[] {
  return points.map((point) => {
    const distances = means.map((mean) => squaredDistance(point, mean));
    return distances.indexOf(Math.min(...distances));
  });
}

/** For each cluster, the mean of its points; one without points keeps its mean. */
export function updateMeans(points: number[][], clusters: number[], means: number[][]): number[][] {
  return means.map((mean, j) => {
    const own = points.filter((_, i) => clusters[i] === j);
    if (own.length === 0) return mean;
    return mean.map((_, a) => sum(own.map((point) => point[a]!)) / own.length);
  });
}

function squaredDistance(a: number[], b: number[]): number {
  return sum(a.map((value, i) => value - b[i]!));
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
