/** The mean code of the faces with the attribute, less the mean code of those without. */
export function attributeVector(codes: number[][], has: boolean[]): number[] {
  return [];
}

/** The code, moved by `strength` times the vector. */
export function withAttribute(code: number[], vector: number[], strength: number): number[] {
  return [];
}

/** How many steps along `other` one step along `vector` contains. */
export function sideEffect(vector: number[], other: number[]): number {
  return Number.NaN;
}

/** The mean of the attribute's vectors among the faces with the other attribute and among those without. */
export function balancedVector(codes: number[][], has: boolean[], other: boolean[]): number[] {
  return [];
}
