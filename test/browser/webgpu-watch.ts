/** Watches or stands in for methods of the browser, in a page. */
type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Puts `method` in the place of the one of that name. Returns what undoes it. */
export function replace(prototype: object, name: string, method: Method): () => void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name]!;
  methods[name] = method;
  return () => {
    methods[name] = original;
  };
}

/** Calls `note` with the first argument before each call of the method. Returns what undoes it. */
export function watch<T>(prototype: object, name: string, note: (first: T) => void): () => void {
  const original = (prototype as Record<string, Method>)[name]!;
  return replace(prototype, name, function (this: unknown, ...args) {
    note(args[0] as T);
    return original.apply(this, args);
  });
}

/**
 * Makes pipelines of nothing, for a page whose dispatches are dropped: to compile one takes a GPU in software most of a second, and
 * nothing else of what is asked of the GPU hangs on it. Shaders are still read, and their mistakes told.
 */
export function spareThePipelines(): void {
  const pipeline = {getBindGroupLayout: () => ({})};
  replace(GPUDevice.prototype, "createComputePipeline", () => pipeline);
  replace(GPUDevice.prototype, "createComputePipelineAsync", async () => pipeline);
  replace(GPUDevice.prototype, "createBindGroup", () => ({}));
  for (const name of ["setPipeline", "setBindGroup"])
    replace(GPUComputePassEncoder.prototype, name, () => {});
}
