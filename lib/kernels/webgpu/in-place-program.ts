/**
 * A WGSL program that writes into the buffers of several tensors, new or old. TF.js's own programs have one new output; everything
 * else here is TF.js's: its queue (so the order among operations is kept, and no buffer is freed while it waits), its cache
 * of pipelines, its uniform buffers, its timers.
 */
import type {WebGPUBackend} from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";

export interface ProgramBuffer {
  /** In WGSL: `name[i]`, and `uniforms.nameLength`, an i32. */
  readonly name: string;
  readonly tensor: tf.TensorInfo;
  readonly access: "read" | "read_write";
}

export interface ProgramUniform {
  /** In WGSL: `uniforms.name`. */
  readonly name: string;
  readonly type: "f32" | "i32";
  readonly value: number;
}

export interface InPlaceProgram {
  /** Tells the pipeline from all others: the same key, the same code, buffer names and uniforms. */
  readonly key: string;
  /** At most `maxBuffers` of them, each used by the code, none empty. No written one lies in another's memory. */
  readonly buffers: readonly ProgramBuffer[];
  readonly uniforms: readonly ProgramUniform[];
  /** WGSL with `fn main(index: i32)`, which is called for each index below `count`. */
  readonly code: string;
  readonly count: number;
}

/** The parts of the back end in use; some are private, hence a type of our own. */
interface Backend extends Pick<WebGPUBackend, "device" | "tensorMap" | "uploadToGPU"> {
  readonly pipelineCache: Record<string, GPUComputePipeline>;
  recordAndSubmit(
    program: {
      readonly pipeline: GPUComputePipeline;
      readonly dispatch: readonly [number, number, number];
    },
    output: tf.TensorInfo,
    inputs: readonly tf.TensorInfo[],
    uniforms: readonly {readonly type: string; readonly data: number[]}[],
  ): void;
}

const workgroupSize = 64;

/** How many buffers a program can have on this device. */
export function maxBuffers(backend: tf.KernelBackend): number {
  return (backend as unknown as Backend).device.limits.maxStorageBuffersPerShaderStage;
}

/** Queues one dispatch of the program. */
export function runInPlace(kernelBackend: tf.KernelBackend, program: InPlaceProgram): void {
  const backend = kernelBackend as unknown as Backend;
  const {buffers, uniforms, count} = program;
  for (const {tensor} of buffers) backend.uploadToGPU(tensor.dataId);
  backend.pipelineCache[program.key] ??= compile(backend, program);
  if (tf.env().getBool("WEBGPU_ENGINE_COMPILE_ONLY")) return;
  const [first, ...others] = buffers.map(({tensor}) => flat(tensor));
  const groups = Math.ceil(count / workgroupSize);
  const dispatch = [Math.min(groups, backend.device.limits.maxComputeWorkgroupsPerDimension), 1, 1];
  backend.recordAndSubmit(
    {
      pipeline: backend.pipelineCache[program.key]!,
      dispatch: dispatch as [number, number, number],
    },
    first!,
    others,
    [{name: "count", type: "i32", value: count} as const, ...uniforms].map(({type, value}) => ({
      type: type === "f32" ? "float32" : "int32",
      data: [value],
    })),
  );
  for (const {tensor, access} of buffers) if (access === "read_write") stopCaching(backend, tensor);
}

/**
 * TF.js keeps what was read of a tensor, because its tensors never change. This one did: it has to be read anew, also when a read
 * that began before ends only after the change.
 */
function stopCaching({tensorMap}: Backend, {dataId}: tf.TensorInfo): void {
  Object.defineProperty(tensorMap.get(dataId), "values", {
    configurable: true,
    get: () => null,
    set: () => {},
  });
}

/** One axis, so that TF.js's uniforms for the shape are two whole numbers whatever the tensor: length and stride. */
function flat(tensor: tf.TensorInfo): tf.TensorInfo {
  return {...tensor, shape: [tf.util.sizeFromShape(tensor.shape)]};
}

function compile({device}: Backend, program: InPlaceProgram): GPUComputePipeline {
  const module = device.createShaderModule({code: source(program), label: program.key});
  const compute = {module, entryPoint: "start"};
  return device.createComputePipeline({compute, label: program.key, layout: "auto"});
}

/** The uniforms begin with those that TF.js puts before a program's own: NaN, infinity, then each buffer's shape. */
function source({buffers, uniforms, code}: InPlaceProgram): string {
  const bindings = buffers.map(
    ({name, access, tensor}, i) =>
      `@group(0) @binding(${i}) var<storage, ${access}> ${name}: array<${tensor.dtype === "float32" ? "f32" : "i32"}>;`,
  );
  // TF.js binds the output first, and lists its shape last.
  const [output, ...inputs] = buffers;
  const shapes = [...inputs, output!].flatMap(({name}) => [`${name}Length`, `${name}Stride`]);
  return `
struct Uniforms {
  nan: f32,
  infinity: f32,
${shapes.map((name) => `  ${name}: i32,`).join("\n")}
  count: i32,
${uniforms.map(({name, type}) => `  ${name}: ${type},`).join("\n")}
}
${bindings.join("\n")}
@group(0) @binding(${buffers.length}) var<uniform> uniforms: Uniforms;
${code}
@compute @workgroup_size(${workgroupSize})
fn start(
  @builtin(global_invocation_id) id: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
) {
  for (var i = i32(id.x); i < uniforms.count; i += i32(groups.x) * ${workgroupSize}) {
    main(i);
  }
}
`;
}
