/** A page of its own for workers that train together, with or without isolation from other origins. */
import {readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {createRequire} from "node:module";
import type {AddressInfo} from "node:net";
import {dirname} from "node:path";
import * as esbuild from "esbuild";
import type {Browser} from "playwright";
import {root} from "../../tools/project.mjs";
import type {TaskName} from "../lib/kernels/parallel-nets.js";

/** What a worker answered. */
export interface Answer {
  readonly weights?: readonly number[];
  readonly memory?: "shared" | "transferred";
  /** Whether no buffer was made after the first rounds. */
  readonly isSteady?: boolean;
  readonly error?: string;
}

export interface PageOrder {
  readonly task: TaskName;
  readonly workers: number;
  readonly shards: number;
  readonly steps: number;
  /** Worker 1 is ended when it gets to this step. */
  readonly endAt?: number;
}

/** Trains in workers of a page served with `headers`. Rejects with whatever the page or a worker did not catch. */
export async function trainInPage(
  browser: Browser,
  headers: Readonly<Record<string, string>>,
  order: PageOrder,
): Promise<{readonly isIsolated: boolean; readonly answers: Answer[]}> {
  const server = await serveWorker(headers);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const answers = await page.evaluate(train, order);
    return {isIsolated: await page.evaluate(() => crossOriginIsolated), answers};
  } finally {
    await context.close();
    server.close();
  }
}

/** Runs in the page. */
function train({workers: count, endAt, ...order}: PageOrder): Promise<Answer[]> {
  const workers = Array.from({length: count}, () => new Worker("/worker.js", {type: "module"}));
  const ports = workers.map(() => new Array<MessagePort | undefined>(count));
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const {port1, port2} = new MessageChannel();
      ports[a]![b] = port1;
      ports[b]![a] = port2;
    }
  const answers = workers.map((each, worker) => {
    const own = ports[worker]!;
    each.postMessage(
      {...order, worker, ports: own},
      own.filter((port) => !!port),
    );
    return new Promise<Answer>((resolve, reject) => {
      each.onerror = ({message}) => reject(new Error(message));
      each.onmessage = ({data}) => {
        if (!("step" in data)) return resolve(data);
        if (worker !== 1 || data.step !== endAt) return;
        each.terminate();
        resolve({error: "ended"});
      };
    });
  });
  return Promise.all(answers);
}

const wasmFolder = dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"));

async function serveWorker(headers: Readonly<Record<string, string>>): Promise<Server> {
  const worker = await bundle();
  const server = createServer(({url = "/"}, response) => {
    const [type, body] = url.endsWith(".wasm")
      ? ["application/wasm", readFileSync(`${wasmFolder}/${url.split("/").at(-1)}`)]
      : url === "/worker.js"
        ? ["text/javascript", worker]
        : ["text/html", "<!doctype html><title>workers</title>"];
    response.writeHead(200, {"Content-Type": type, ...headers}).end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => resolve(server));
  });
}

async function bundle(): Promise<string> {
  const {outputFiles} = await esbuild.build({
    ...{entryPoints: [`${root}test/browser/parallel-worker.ts`], bundle: true, write: false},
    ...{format: "esm", platform: "browser", target: "es2022", logLevel: "error"},
    // TF.js asks for Node's modules behind checks that fail in a browser.
    external: ["fs", "path", "os", "crypto", "util", "perf_hooks", "worker_threads"],
  });
  return outputFiles[0]!.text;
}
