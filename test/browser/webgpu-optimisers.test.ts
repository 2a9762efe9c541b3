import {build} from "esbuild";
import type {Browser, Page} from "playwright";
import {beforeAll} from "vitest";
import {expectClose} from "../kernels/checks.js";
import {tolerances} from "../kernels/tolerances.js";
import {startWasm} from "../wasm.js";
import {expect, webGpuTest} from "./harness.js";
import * as program from "./webgpu-optimisers-page.js";

type Program = Omit<typeof program, "names">;

beforeAll(startWasm);

/** A page with the program as the global `program`, started. Its troubles fail the test. */
async function open(browser: Browser): Promise<{page: Page; troubles: string[]}> {
  const {outputFiles} = await build({
    entryPoints: ["test/browser/webgpu-optimisers-page.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "program",
    logLevel: "error",
  });
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("pageerror", ({message}) => troubles.push(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  // WebGPU is offered to secure origins only.
  await page.route("https://kernels.test/", (route) =>
    route.fulfill({contentType: "text/html", body: "<!doctype html><title>kernels</title>"}),
  );
  await page.goto("https://kernels.test/");
  await page.addScriptTag({content: outputFiles[0]!.text});
  await call(page, "startWebGpu");
  return {page, troubles};
}

function call<K extends keyof Program>(
  page: Page,
  name: K,
  ...args: Parameters<Program[K]>
): Promise<Awaited<ReturnType<Program[K]>>> {
  return page.evaluate(
    ([name, args]) => {
      const {program} = globalThis as unknown as {
        program: Record<string, (...args: unknown[]) => unknown>;
      };
      return program[name]!(...args) as never;
    },
    [name as string, args] as const,
  );
}

function expectAllClose(ours: readonly (readonly number[])[], reference: typeof ours): void {
  expect(ours.length).toBe(reference.length);
  for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, tolerances.webgpu);
}

webGpuTest("optimisers on WebGPU agree with wasm, in few dispatches", async ({browser}) => {
  const {page, troubles} = await open(browser);
  const dispatches: Record<string, number> = {};
  for (const name of program.names) {
    const ours = await call(page, "optimise", name);
    expectAllClose(ours.values, (await program.optimise(name)).values);
    expect(ours.left, name).toEqual([0, 0]);
    dispatches[name] = ours.dispatches;
  }
  // Eight weights; a device has at least eight buffers a program.
  expect(dispatches).toEqual({adam: 3, sgd: 2, momentum: 3, nesterov: 3, rmsprop: 3, centred: 3});
  const averages = await call(page, "average");
  expectAllClose(averages.values, (await program.average()).values);
  expect(averages.dispatches).toBe(2);
  expect(troubles).toEqual([]);
});

webGpuTest("what is read of a weight is what it is, and clones keep theirs", async ({browser}) => {
  const {page, troubles} = await open(browser);
  expect(await call(page, "reads")).toEqual({
    start: 10,
    afterOne: 9,
    acrossStep: 8,
    afterThree: 7,
    clone: 7,
    afterFour: 6,
    doubled: 12,
  });
  expect(await program.reads()).toEqual(await call(page, "reads"));
  expectAllClose(await call(page, "entangled"), await program.entangled());
  expect(troubles).toEqual([]);
});
