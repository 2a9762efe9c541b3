/**
 * One end of a channel between two workers: a `MessagePort`, of a browser or of Node's `worker_threads`.
 */
export interface ExchangePort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  /** "close" tells that the other end is gone; in Node, not in every browser. */
  addEventListener(type: PortEvent, listener: (event: {readonly data?: unknown}) => void): void;
  start(): void;
  close(): void;
}

type PortEvent = "message" | "messageerror" | "close";

/** One worker's ends, by the index of the worker at the other end; none at its own index. */
export type Ports<Port> = readonly (Port | undefined)[];

/**
 * Channels from every worker to every other: the ports of worker `i` are at `i`, to be transferred to it. `makeChannel` is
 * `() => new MessageChannel()`.
 */
export function connectWorkers<Port>(
  workers: number,
  makeChannel: () => {readonly port1: Port; readonly port2: Port},
): Ports<Port>[] {
  const ports = Array.from({length: workers}, () => new Array<Port | undefined>(workers));
  for (let a = 0; a < workers; a++)
    for (let b = a + 1; b < workers; b++) {
      const {port1, port2} = makeChannel();
      ports[a]![b] = port1;
      ports[b]![a] = port2;
    }
  return ports.map((row) => Array.from(row));
}
