/**
 * A WGSL program with one or several new 32-bit float outputs. TF.js's own programs have one. The queue, the cache of pipelines, the
 * uniform buffers and the timers are TF.js's.
 */
import type {WebGPUBackend} from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";

export interface ProgramInput {
  /** In WGSL: `name(i)`, an f32 whatever the tensor's type, and `uniforms.nameLength`, an i32. */
  readonly name: string;
  readonly tensor: tf.TensorInfo;
}

export interface ProgramOutput {
  /** In WGSL: `name[i]`. */
  readonly name: string;
  readonly shape: readonly number[];
}

export interface Program {
  /** Tells the pipeline from all others: with equal types of the inputs the same key means the same code. */
  readonly key: string;
  /** None empty. Together with the inputs at most eight, which every device has. */
  readonly outputs: readonly ProgramOutput[];
  /** Each used by the code, none empty. */
  readonly inputs: readonly ProgramInput[];
  /** In WGSL: `uniforms.name`, in whole numbers unless said to be floats. */
  readonly integers?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, number>>;
  /**
   * WGSL with `fn main(index: i32)`, called for each index below `count`; or, where there are `lanes`, with `fn main(index: i32,
   * lane: i32)`, called by that many threads at once, which may share `var<workgroup>` memory and wait for each other.
   */
  readonly code: string;
  readonly count: number;
  readonly lanes?: number;
}

/** The parts of the back end in use; some are private, hence a type of our own. */
interface Backend extends Pick<WebGPUBackend, "device" | "tensorMap" | "makeTensorInfo"> {
  readonly pipelineCache: Record<string, GPUComputePipeline>;
  uploadToGPU(dataId: tf.DataId): void;
  recordAndSubmit(
    program: {readonly pipeline: GPUComputePipeline; readonly dispatch: readonly number[]},
    output: tf.TensorInfo,
    inputs: readonly tf.TensorInfo[],
    uniforms: readonly {readonly type: string; readonly data: number[]}[],
  ): void;
}

const workgroupSize = 64;

/** Queues one dispatch. Returns the outputs in order. */
export function runProgram(kernelBackend: tf.KernelBackend, program: Program): tf.TensorInfo[] {
  const backend = kernelBackend as unknown as Backend;
  const outputs = program.outputs.map(({shape}) => backend.makeTensorInfo([...shape], "float32"));
  const inputs = program.inputs.map(({tensor}) => tensor);
  for (const {dataId} of [...outputs, ...inputs]) backend.uploadToGPU(dataId);
  // A cast tensor can have another type than its buffer.
  const types = inputs.map(({dataId}) => backend.tensorMap.get(dataId).dtype);
  const key = `${program.key} ${types.join()}`;
  backend.pipelineCache[key] ??= compile(backend.device, key, source(program, types));
  if (tf.env().getBool("WEBGPU_ENGINE_COMPILE_ONLY")) return outputs;
  const [first, ...others] = [...outputs, ...inputs].map(flat);
  backend.recordAndSubmit(
    {pipeline: backend.pipelineCache[key]!, dispatch: dispatchOf(program, backend.device)},
    first!,
    others,
    uniformsOf(program),
  );
  return outputs;
}

function dispatchOf({count, lanes}: Program, {limits}: GPUDevice): number[] {
  const groups = lanes ? count : Math.ceil(count / workgroupSize);
  return [Math.min(groups, limits.maxComputeWorkgroupsPerDimension), 1, 1];
}

function uniformsOf({count, integers = {}, floats = {}}: Program) {
  return [
    ...[count, ...Object.values(integers)].map((value) => ({type: "int32", data: [value]})),
    ...Object.values(floats).map((value) => ({type: "float32", data: [value]})),
  ];
}

/** One axis, so that TF.js's uniforms for the shape are two whole numbers whatever the tensor: length and stride. */
function flat(tensor: tf.TensorInfo): tf.TensorInfo {
  return {...tensor, shape: [tf.util.sizeFromShape(tensor.shape)]};
}

function compile(device: GPUDevice, label: string, code: string): GPUComputePipeline {
  const module = device.createShaderModule({code, label});
  return device.createComputePipeline({
    compute: {module, entryPoint: "start"},
    label,
    layout: "auto",
  });
}

function source(program: Program, types: readonly tf.DataType[]): string {
  const {outputs, inputs, integers = {}, floats = {}, code} = program;
  const binding = (i: number) => `@group(0) @binding(${i})`;
  // TF.js binds the first output first and lists its shape last.
  const [first, ...others] = [...outputs, ...inputs].map(({name}) => name);
  const whole = [...others, first].flatMap((name) => [`${name}Length`, `${name}Stride`]);
  return `
struct Uniforms {
  nan: f32,
  infinity: f32,
  ${[...whole, "count", ...Object.keys(integers)].map((name) => `${name}: i32,`).join(" ")}
  ${Object.keys(floats)
    .map((name) => `${name}: f32,`)
    .join(" ")}
}
${outputs.map(({name}, i) => `${binding(i)} var<storage, read_write> ${name}: array<f32>;`).join("\n")}
${inputs.map(({name}, i) => input(name, types[i]!, binding(outputs.length + i))).join("\n")}
${binding(outputs.length + inputs.length)} var<uniform> uniforms: Uniforms;
${code}
${program.lanes ? together(program.lanes) : each}`;
}

function input(name: string, type: tf.DataType, binding: string): string {
  return `${binding} var<storage, read> ${name}Values: array<${type === "float32" ? "f32" : "i32"}>;
fn ${name}(i: i32) -> f32 { return f32(${name}Values[i]); }`;
}

const each = `
@compute @workgroup_size(${workgroupSize})
fn start(
  @builtin(global_invocation_id) id: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
) {
  for (var i = i32(id.x); i < uniforms.count; i += i32(groups.x) * ${workgroupSize}) { main(i); }
}
`;

function together(lanes: number): string {
  return `
@compute @workgroup_size(${lanes})
fn start(
  @builtin(workgroup_id) id: vec3<u32>,
  @builtin(local_invocation_index) lane: u32,
  @builtin(num_workgroups) groups: vec3<u32>,
) {
  for (var i = i32(id.x); i < uniforms.count; i += i32(groups.x)) {
    main(i, i32(lane));
    workgroupBarrier();
  }
}
`;
}
