/**
 * The host's side of assembly/scratch.ts: the block of memory that kernels lay their parts out in. One kernel has it at a time. What does
 * not fit is lent by itself, and the next kernel finds one block for all. Every 256 kernels, a block that is more than four times as long
 * as the most that any of these needed is exchanged for a shorter one.
 */
import type {Exports} from "./binary.js";

/** The side of the compiled code. */
type Run = Pick<Exports, "startKernel" | "takeMost">;

export interface Allocator {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

interface Block {
  /** As the allocator gave it. */
  readonly pointer: number;
  readonly bytes: number;
}

const nothing: Block = {pointer: 0, bytes: 0};
const alignment = 16;
const kernelsPerReview = 256;
/** A block no longer than this is not worth a thought. */
const negligibleBytes = 2 ** 20;

export class Scratch {
  readonly #allocator: Allocator;
  #block = nothing;
  #lent: Block[] = [];
  #kernels = 0;

  constructor(allocator: Allocator) {
    this.#allocator = allocator;
  }

  /** Bytes that are held at the moment. */
  get bytes(): number {
    return [this.#block, ...this.#lent].reduce((total, {bytes}) => total + bytes, 0);
  }

  /** All that was given out is free again. */
  startKernel(run: Run): void {
    this.#kernels++;
    if (this.#kernels % kernelsPerReview === 0) this.#review(run.takeMost());
    run.startKernel(aligned(this.#block), this.#block.bytes);
  }

  /** Makes one block of all that the kernel was lent, for the next ones. */
  endKernel(run: Run): void {
    if (this.#lent.length > 0) this.#exchange(1.25 * run.takeMost());
  }

  /** The address of `bytes` more. Throws a RangeError, and changes nothing, where there are none. */
  lend(bytes: number): number {
    const block = this.#allocate(bytes);
    if (!block) throw new RangeError(`out of memory: ${bytes} bytes of scratch`);
    this.#lent.push(block);
    return aligned(block);
  }

  /** Gives all back. The next kernel is lent every part by itself. */
  free(): void {
    for (const {pointer} of [this.#block, ...this.#lent])
      if (pointer) this.#allocator._free(pointer);
    this.#block = nothing;
    this.#lent = [];
  }

  #review(most: number): void {
    if (this.#block.bytes > Math.max(negligibleBytes, 4 * most)) this.#exchange(1.25 * most);
  }

  /** Where the memory is too short for one block, parts are lent as before. */
  #exchange(bytes: number): void {
    this.free();
    this.#block = this.#allocate(Math.ceil(bytes)) ?? nothing;
  }

  #allocate(bytes: number): Block | undefined {
    const pointer = this.#allocator._malloc(bytes + alignment) >>> 0;
    return pointer ? {pointer, bytes} : undefined;
  }
}

function aligned({pointer}: Block): number {
  return Math.ceil(pointer / alignment) * alignment;
}
