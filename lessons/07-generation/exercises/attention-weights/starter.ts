/** How much of one query's attention each key gets: a list that adds up to 1. */
export function shares(query: number[], keys: number[][]): number[] {
  return [];
}

/** The mean of the values, each by its share. */
export function found(shares: number[], values: number[][]): number[] {
  return [];
}

/** What each query finds. */
export function attention(queries: number[][], keys: number[][], values: number[][]): number[][] {
  return [];
}
