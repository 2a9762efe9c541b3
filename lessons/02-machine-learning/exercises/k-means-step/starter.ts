/** For each point, the index of the nearest mean; of equally near ones the first. */
export function assign(points: number[][], means: number[][]): number[] {
  return [];
}

/** For each cluster, the mean of its points; one without points keeps its mean. */
export function updateMeans(points: number[][], clusters: number[], means: number[][]): number[][] {
  return [];
}
