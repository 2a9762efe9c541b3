/** How much of one query's attention each key gets: a list that adds up to 1. */
export function shares(query: number[], keys: number[][]): number[] {
  const scores = keys.map((key) => product(query, key) / Math.sqrt(query.length));
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The mean of the values, each by its share. */
export function found(shares: number[], values: number[][]): number[] {
  return values[0]!.map((_, k) =>
    shares.reduce((sum, share, token) => sum + share * values[token]![k]!, 0),
  );
}

/** What each query finds. */
export function attention(queries: number[][], keys: number[][], values: number[][]): number[][] {
  return queries.map((query) => found(shares(query, keys), values));
}

function product(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
