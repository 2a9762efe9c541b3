import type {ExchangePort} from "./port.js";

/** A worker's message in a round: the records of its shards, one after the other. */
export interface Records {
  readonly round: number;
  readonly numbers: Float32Array;
  /** Of the sender's weights, in rounds in which they are compared. */
  readonly fingerprint: number | undefined;
}

type Message =
  | ({readonly type: "records"} & Records)
  | {readonly type: "failed"; readonly reason: string};

interface Waiting {
  resolve(records: Records): void;
  reject(error: Error): void;
}

/** The connection to one other worker. What has arrived can still be taken when that worker is gone. */
export class Link {
  readonly worker: number;
  readonly #port: ExchangePort;
  readonly #arrived: Records[] = [];
  #waiting: Waiting | undefined;
  #failure: Error | undefined;

  constructor(worker: number, port: ExchangePort) {
    this.worker = worker;
    this.#port = port;
    port.addEventListener("message", ({data}) => this.#receive(data as Message));
    port.addEventListener("messageerror", () => this.fail(new Error(`unreadable: ${this.#name}`)));
    port.addEventListener("close", () => this.lose());
    port.start();
  }

  /** Whether something is being waited for. */
  get isLate(): boolean {
    return this.#waiting !== undefined;
  }

  get #name(): string {
    return `worker ${this.worker}`;
  }

  send(records: Records, transfer: ArrayBuffer[]): void {
    this.#port.postMessage({type: "records", ...records} satisfies Message, transfer);
  }

  sendFailure(reason: string): void {
    this.#port.postMessage({type: "failed", reason} satisfies Message, []);
  }

  /** The message that arrived first. Rejects, if nothing is left, when the other worker has failed or does so. */
  take(): Promise<Records> {
    const first = this.#arrived.shift();
    if (first) return Promise.resolve(first);
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting = {resolve, reject};
    });
  }

  /** From now on there is nothing to wait for. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#waiting?.reject(this.#failure);
    this.#waiting = undefined;
  }

  /** The other worker is gone. */
  lose(): void {
    this.fail(new Error(`${this.#name} is gone`));
  }

  close(): void {
    this.#port.close();
  }

  #receive(message: Message): void {
    if (message.type === "failed") {
      this.fail(new Error(`${this.#name} failed: ${message.reason}`));
    } else if (this.#waiting) {
      this.#waiting.resolve(message);
      this.#waiting = undefined;
    } else {
      this.#arrived.push(message);
    }
  }
}
