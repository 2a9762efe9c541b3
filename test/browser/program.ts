/** A program of a test in a page of its own, outside the course: bundled, started, called from the test by name. */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, dirname} from "node:path";
import {build} from "esbuild";
import type {Browser, Page} from "playwright";

const address = "https://kernels.test/";
const wasmFolder = dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"));

type Functions<P> = {
  [K in keyof P as P[K] extends (...args: never[]) => unknown ? K : never]: P[K];
};

export interface OpenProgram<P> {
  /** Calls an exported function of the program; arguments and result are JSON. */
  call<K extends keyof Functions<P>>(
    name: K,
    ...args: P[K] extends (...args: infer A) => unknown ? A : never
  ): Promise<P[K] extends (...args: never[]) => infer R ? Awaited<R> : never>;
  /** Errors and warnings so far. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** Opens the module `entry` (a path from the project's root, whose exports are `P`); TF.js finds its `.wasm` files beside it. */
export async function openProgram<P>(browser: Browser, entry: string): Promise<OpenProgram<P>> {
  const page = await browser.newPage();
  const troubles = watch(page);
  // WebGPU is offered to secure origins only.
  await page.route(`${address}**`, (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    return file.endsWith(".wasm")
      ? route.fulfill({
          contentType: "application/wasm",
          body: readFileSync(`${wasmFolder}/${file}`),
        })
      : route.fulfill({contentType: "text/html", body: "<!doctype html><title>kernels</title>"});
  });
  await page.goto(address);
  await page.addScriptTag({content: await bundle(entry)});
  return {
    troubles,
    close: () => page.close(),
    call: (name, ...args) =>
      page.evaluate(
        ([name, args]) => {
          const {program} = globalThis as unknown as {
            program: Record<string, (...args: unknown[]) => unknown>;
          };
          return program[name]!(...args) as never;
        },
        [name as string, args as unknown[]] as const,
      ),
  };
}

function watch(page: Page): string[] {
  const troubles: string[] = [];
  page.on("pageerror", ({message}) => troubles.push(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  return troubles;
}

const bundles = new Map<string, Promise<string>>();

/** Once for all tests of a file. */
function bundle(entry: string): Promise<string> {
  const made = bundles.get(entry) ?? makeBundle(entry);
  bundles.set(entry, made);
  return made;
}

async function makeBundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "program",
    platform: "browser",
    external: [
      "fs",
      "path",
      "os",
      "crypto",
      "util",
      "perf_hooks",
      "worker_threads",
      "string_decoder",
    ],
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}
