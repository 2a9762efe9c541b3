/** Places of the pictures that stay when copies go. */
export function withoutCopies(pictures: number[][], limit: number): number[] {
  return [];
}

/** Places of the pictures to test on: of each class the same share. */
export function testPart(labels: number[], share: number): number[] {
  return [];
}
