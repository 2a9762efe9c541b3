/** How far a kernel may be from its reference, as a share of the largest value (at least 1). The one place for it. */
export const tolerances = {
  /** Against the cpu back end, which sums in another order. */
  cpu: 2e-5,
  /** Slopes by central differences of 32-bit values. */
  finiteDifferences: 2e-2,
  /** WebGPU against wasm: other orders of sums, and exponentials of the driver's. */
  webgpu: 1e-3,
  /** An optimiser's steps after a restart: TF.js raises Adam's decays to a power at once, not step by step. */
  restart: 1e-6,
  /** Losses of the reference networks in their first steps, as a share of the loss. */
  curve: 2e-2,
} as const;
