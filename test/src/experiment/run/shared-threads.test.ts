import {afterEach, expect, test, vi} from "vitest";
import {shareMemory, threadsHere} from "../../../../src/experiment/run/shared-threads.js";

const paths = {
  "tfjs-backend-wasm.wasm": "/plain.wasm",
  "tfjs-backend-wasm-simd.wasm": "/simd.wasm",
};
const share = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => byte + 1);

/** A worker whose page is isolated, or not, on a host that has the binary, or not. */
function inWorker(crossOriginIsolated: boolean, has = true) {
  vi.stubGlobal("self", {crossOriginIsolated});
  vi.stubGlobal("fetch", async (url: string) => {
    if (!has) throw new TypeError("Failed to fetch");
    expect(url).toBe("/simd.wasm");
    return new Response(Uint8Array.of(1, 2, 3));
  });
}
afterEach(() => vi.unstubAllGlobals());

test("the SIMD binary is shared where the page is isolated, and the others stay", async () => {
  inWorker(true);
  const file = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:shared");
  expect(await shareMemory(paths, share)).toEqual({
    ...paths,
    "tfjs-backend-wasm-simd.wasm": "blob:shared",
  });
  const [[blob]] = file.mock.calls as [[Blob]];
  expect([blob.type, ...new Uint8Array(await blob.arrayBuffer())]).toEqual([
    "application/wasm",
    2,
    3,
    4,
  ]);
  file.mockRestore();
});

test("all stay where it is not isolated, where the binary does not come, or cannot be shared", async () => {
  inWorker(false);
  expect(await shareMemory(paths, share)).toBe(paths);
  inWorker(true, false);
  expect(await shareMemory(paths, share)).toBe(paths);
  inWorker(true);
  const refuse = () => {
    throw new Error("invalid wasm");
  };
  expect(await shareMemory(paths, refuse)).toBe(paths);
  expect(await shareMemory("/folder/", share)).toBe("/folder/");
});

test.each([
  [undefined, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [16, 4],
])("of %s cores a run may have %i", (hardwareConcurrency, threads) => {
  vi.stubGlobal("navigator", {hardwareConcurrency});
  expect(threadsHere()).toBe(threads);
});
