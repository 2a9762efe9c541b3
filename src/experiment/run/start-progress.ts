import type {FileSource, WorkerEvent} from "../../lib/training/protocol.js";

/** Compressed bytes of the code that a start fetches. */
export interface CodeBytes {
  readonly script: number;
  readonly backend: number;
  readonly experiment: number;
}

/** How much of how much a start has fetched: code, in three parts, and files, byte by byte. */
export class StartProgress {
  readonly total: number;
  #fetched: {readonly [Part in keyof CodeBytes]?: number} = {};
  #fileBytes = 0;
  readonly #code: CodeBytes;

  constructor(code: CodeBytes, files: Readonly<Record<string, Pick<FileSource, "bytes">>>) {
    this.#code = code;
    const sizes = [...Object.values(code), ...Object.values(files).map(({bytes}) => bytes)];
    this.total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  }

  get loaded(): number {
    const code = Object.values(this.#fetched).reduce((sum, bytes) => sum + bytes, 0);
    return Math.min(this.total, code + this.#fileBytes);
  }

  get isWhole(): boolean {
    return this.loaded === this.total;
  }

  /** A worker that speaks has its script. */
  hear(event: WorkerEvent): void {
    this.#take("script");
    if (event.type !== "loaded") return;
    const {loaded} = event;
    if (loaded.part === "files") this.#fileBytes += loaded.bytes;
    else this.#take(loaded.part);
  }

  #take(part: keyof CodeBytes): void {
    this.#fetched = {...this.#fetched, [part]: this.#code[part]};
  }
}
