/**
 * Matrix product C [m, n] = A [m, k] · B [k, n], where B has been packed into panels of 8 columns (see pack.ts).
 * Strides are in bytes, so A may be transposed. Four rows by eight columns of C stay in registers.
 */
export function gemm(
  a: usize, rowStep: usize, innerStep: usize,
  packed: usize,
  c: usize,
  m: i32, n: i32, k: i32,
): void {
}
