/** The mean code of the faces with the attribute, less the mean code of those without. */
export function attributeVector(codes: number[][], has: boolean[]): number[] {
  const to = mean(codes.filter((_, i) => has[i]));
  const from = mean(codes.filter((_, i) => !has[i]));
  return to.map((value, j) => value - from[j]!);
}

/** The code, moved by `strength` times the vector. */
export function withAttribute(code: number[], vector: number[], strength: number): number[] {
  return code.map((value, j) => value + strength * vector[j]!);
}

/** How many steps along `other` one step along `vector` contains. */
export function sideEffect(vector: number[], other: number[]): number {
  return dot(vector, other) / dot(other, other);
}

/** The mean of the attribute's vectors among the faces with the other attribute and among those without. */
export function balancedVector(codes: number[][], has: boolean[], other: boolean[]): number[] {
  const vectors: number[][] = [];
  for (const group of [true, false]) {
    const inGroup = has.filter((_, i) => other[i] === group);
    if (inGroup.includes(true) && inGroup.includes(false))
      vectors.push(
        attributeVector(
          codes.filter((_, i) => other[i] === group),
          inGroup,
        ),
      );
  }
  return mean(vectors);
}

function mean(rows: number[][]): number[] {
  return rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, j) => sum + value * b[j]!, 0);
}
