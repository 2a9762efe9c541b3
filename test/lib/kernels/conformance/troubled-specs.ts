/** Specs that end or hold up their process, to see that each is named. */

declare function it(name: string, body: () => void): void;

it("passes", () => undefined);

it("traps", () => {
  throw new WebAssembly.RuntimeError("unreachable");
});

it("ends the process", () => process.exit(3));

it("hangs", () => {
  for (;;);
});

it("takes memory", () => {
  const kept = Array.from({length: 8}, () => new Uint8Array(64 << 20).fill(1));
  for (;;) kept.reverse();
});

it("fails", () => {
  throw new Error("on purpose");
});

it("comes last", () => undefined);
