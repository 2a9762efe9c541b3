import {afterEach, expect, it, vi} from "vitest";
import {oncePerFrame} from "../../../../src/experiment/run/rhythm.js";

afterEach(() => vi.unstubAllGlobals());

/** Frames that the test lets come. */
function frames() {
  const waiting: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => waiting.push(frame));
  return () => {
    for (const frame of waiting.splice(0)) frame();
  };
}

it("draws each thing that has changed once a frame, then what always is drawn", () => {
  const next = frames();
  const drawn: string[] = [];
  const draw = {curves: () => drawn.push("curves"), run: () => drawn.push("run")};
  const changed = oncePerFrame(draw as Record<"curves" | "run", () => void>, () =>
    drawn.push("status"),
  );
  for (const what of ["curves", "curves", "run"] as const) changed(what);
  expect(drawn).toEqual([]);
  next();
  expect(drawn).toEqual(["curves", "run", "status"]);
});

it("draws the rest where a drawing throws, in this frame and in those to come", () => {
  const next = frames();
  const reported: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  const drawn: string[] = [];
  const fails = () => {
    throw new Error("a figure has a fault");
  };
  const changed = oncePerFrame({curves: fails, run: () => drawn.push("run")}, () =>
    drawn.push("status"),
  );
  for (let i = 0; i < 2; i++) {
    changed("curves");
    changed("run");
    next();
  }
  expect(drawn).toEqual(["run", "status", "run", "status"]);
  expect(reported).toHaveLength(2);
});
