import {afterEach, expect, it, vi} from "vitest";
import {rememberBackend, rememberedBackend} from "../../../../src/experiment/run/backend-choice.js";
import {toyStorage} from "../../storage/toy-disk.js";

afterEach(() => void vi.unstubAllGlobals());

it("the back end that was fastest is remembered, and a damaged memory of it is none", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", toyStorage(kept));
  rememberBackend("gan-plane", "wasm");
  expect(rememberedBackend("gan-plane")).toBe("wasm");
  const [name] = kept.keys();
  for (const text of [
    "",
    "{",
    "null",
    "7",
    "[]",
    '"wasm"',
    '{"backend":7}',
    '{"backend":"abacus"}',
  ]) {
    kept.set(name!, text);
    expect(rememberedBackend("gan-plane"), text).toBeUndefined();
  }
});
