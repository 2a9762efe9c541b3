/**
 * How records get from one worker to the others. Both ways reuse their buffers: after the first rounds nothing is allocated.
 */
import type {Link, Records} from "./link.js";

export interface Carrier {
  /** How many buffers have been made so far. */
  readonly buffersMade: number;
  /** Where this worker writes `length` numbers of its own, valid until the next call but one. */
  room(length: number): Float32Array;
  /** Sends what was written into `room`. */
  send(link: Link, records: Records): void;
  /** Takes back what `link` brought, once it has been read. */
  recycle(link: Link, received: Float32Array): void;
}

/**
 * Buffers change hands: what a worker received in one round carries its own numbers in the next. It works everywhere, for the price
 * of one copy for each of the other workers.
 */
export class TransferredBuffers implements Carrier {
  buffersMade = 0;
  #own = new Float32Array(0);
  readonly #spare = new Map<Link, ArrayBufferLike>();

  room(length: number): Float32Array {
    if (this.#own.length < length) this.#own = new Float32Array(this.#make(length));
    return this.#own.subarray(0, length);
  }

  send(link: Link, records: Records): void {
    const numbers = new Float32Array(this.#take(link, records.numbers.length));
    const part = numbers.subarray(0, records.numbers.length);
    part.set(records.numbers);
    link.send({...records, numbers: part}, [numbers.buffer as ArrayBuffer]);
  }

  recycle(link: Link, {buffer}: Float32Array): void {
    this.#spare.set(link, buffer);
  }

  #take(link: Link, length: number): ArrayBufferLike {
    const spare = this.#spare.get(link);
    return spare && spare.byteLength >= 4 * length ? spare : this.#make(length);
  }

  #make(length: number): ArrayBuffer {
    this.buffersMade += 1;
    return new ArrayBuffer(4 * length);
  }
}

/**
 * Memory that all workers see: nothing is copied. A worker writes into two buffers in turn; it can be back at the first only
 * when every other worker has sent its numbers of the round between, and so has read those of the round before. The message
 * that sends the buffer's address orders the writing before the reading.
 */
export class SharedBuffers implements Carrier {
  buffersMade = 0;
  #rooms: [Float32Array, Float32Array] = [new Float32Array(0), new Float32Array(0)];

  room(length: number): Float32Array {
    const [next, last] = this.#rooms;
    this.#rooms = [last, next.length < length ? this.#make(length) : next];
    return this.#rooms[1].subarray(0, length);
  }

  send(link: Link, records: Records): void {
    link.send(records, []);
  }

  recycle(): void {}

  #make(length: number): Float32Array {
    this.buffersMade += 1;
    return new Float32Array(new SharedArrayBuffer(4 * length));
  }
}

/** Whether memory can be shared: in Node, and on pages that are isolated from other origins by two headers (COOP, COEP). */
export function canShareMemory(): boolean {
  return typeof SharedArrayBuffer === "function";
}
