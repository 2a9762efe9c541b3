/** A child of several parents, each by its share. */
export function blend(parents: number[][], shares: number[]): number[] {
  const length = Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0));
  return parents[0]!.map((_, i) => {
    const mixed = parents.reduce((sum, parent, j) => sum + shares[j]! * parent[i]!, 0);
    return mixed / length;
  });
}

/** A child that has each number from one of two. */
export function cross(a: number[], b: number[], tosses: boolean[]): number[] {
  return a.map((value, i) => (tosses[i] ? value : b[i]!));
}

/** The parent, and a little noise. */
export function mutate(parent: number[], noise: number[], strength: number): number[] {
  const kept = Math.sqrt(1 - strength * strength);
  return parent.map((value, i) => kept * value + strength * noise[i]!);
}
