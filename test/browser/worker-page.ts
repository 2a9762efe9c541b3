import {readdirSync} from "node:fs";
import type {Page, Worker as PageWorker} from "playwright";
import type {Command, Result, StartOptions, WorkerEvent} from "../../lib/training/protocol.js";
import {dist} from "./harness.js";

/** A value that came through the protocol, with every array as plain numbers: what a test process can be sent. */
export type Plain<T> = T extends {readonly buffer: ArrayBufferLike}
  ? number[]
  : T extends object
    ? {[K in keyof T]: Plain<T[K]>}
    : T;

interface Driver {
  readonly events: unknown[];
  request(command: unknown): Promise<unknown>;
  end(): void;
}

/** The built worker in a page of the site, without the experiment around it. */
export class WorkerPage {
  private constructor(
    readonly page: Page,
    readonly worker: PageWorker,
  ) {}

  static async open(page: Page): Promise<WorkerPage> {
    const opened = page.waitForEvent("worker");
    await page.evaluate(startDriver, bundleUrl("worker."));
    return new WorkerPage(page, await opened);
  }

  /** The reply's result; rejects with the problem's message. */
  request<C extends Command>(command: C): Promise<Plain<Result<C["type"]>>> {
    return this.page.evaluate(
      (sent) => (globalThis as unknown as {driver: Driver}).driver.request(sent),
      command as unknown,
    ) as Promise<Plain<Result<C["type"]>>>;
  }

  /** Resolves with the first event of `type`, from the past or to come. */
  async event<Type extends WorkerEvent["type"]>(
    type: Type,
  ): Promise<Plain<Extract<WorkerEvent, {type: Type}>>> {
    const found = await this.page.waitForFunction((wanted) => {
      const {events} = (globalThis as unknown as {driver: Driver}).driver;
      return events.find((event) => (event as {type: string}).type === wanted);
    }, type);
    return found.jsonValue() as Promise<Plain<Extract<WorkerEvent, {type: Type}>>>;
  }
}

/** Runs in the page: plain arrays out, since a test process can't be sent typed ones. */
function startDriver(url: string): void {
  // One worker at a time: each holds the lock of its name for life.
  (globalThis as unknown as {driver?: Driver}).driver?.end();
  const worker = new Worker(url, {type: "module", name: "test"});
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, v) => (ArrayBuffer.isView(v) ? Array.from(v as never) : v)) ??
        "null",
    );
  const events: unknown[] = [];
  const waiting = new Map<number, (event: {type: string; result?: unknown}) => void>();
  worker.onmessage = ({data}) => {
    if (data.type !== "alive") events.push(plain(data));
    if (data.type === "snapshot") worker.postMessage({type: "shown", id: 0});
    waiting.get(data.id)?.(data);
  };
  let id = 0;
  const request = (command: object) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, (event) =>
        event.type === "reply"
          ? resolve(plain(event.result))
          : reject(new Error((event as unknown as {problem: {message: string}}).problem.message)),
      );
      worker.postMessage({...command, id});
    });
  Object.assign(globalThis, {driver: {events, request, end: () => worker.terminate()}});
}

/** The address, from the site's root, of a bundle in `dist` whose file name begins with `start`. */
function bundleUrl(start: string): string {
  const folder = "_import/vendor/";
  const name = readdirSync(dist + folder).find((file) => file.startsWith(start));
  if (!name) throw new Error(`missing in dist: ${folder}${start}*`);
  return `/from-noise/${folder}${name}`;
}

/** How a page of the site would start an experiment without files on `backend`. */
export function startOptions(backend: StartOptions["backends"][number]): StartOptions {
  const files = readdirSync(`${dist}_file/vendor/wasm/`);
  const binary = (suffix: string) => {
    const hashed = new RegExp(`^tfjs-backend-wasm${suffix}\\.[0-9a-f]+\\.wasm$`);
    return `/from-noise/_file/vendor/wasm/${files.find((file) => hashed.test(file))}`;
  };
  return {
    experiment: "gan-plane",
    params: {seed: 3, hiddenWidth: 8, batchSize: 16, points: "spots"},
    files: {},
    backends: [backend],
    wasmPaths: {
      "tfjs-backend-wasm.wasm": binary(""),
      "tfjs-backend-wasm-simd.wasm": binary("-simd"),
      "tfjs-backend-wasm-threaded-simd.wasm": binary("-simd"),
    },
  };
}
