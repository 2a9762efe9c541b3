import {afterEach, expect, test, vi} from "vitest";
import {cutOff, cutOffWords, markRunning, unmark} from "../../../src/notebook/hang-mark.js";

afterEach(() => vi.unstubAllGlobals());

/** A tab's storage. */
function storage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
}

test("says how the last run was cut off, of that notebook alone, as often as it is asked", () => {
  storage();
  expect(cutOff("mine-1")).toBeUndefined();
  markRunning("mine-1", {wasTold: false, cell: undefined});
  expect(cutOff("mine-1")).toEqual({wasTold: false, cell: undefined});
  markRunning("mine-1", {wasTold: true, cell: 12});
  for (const _ of [1, 2]) expect(cutOff("mine-1")).toEqual({wasTold: true, cell: 12});
  expect(cutOff("mine-2")).toBeUndefined();
  unmark();
  expect(cutOff("mine-1")).toBeUndefined();
});

test("takes a mark that it cannot read, and a browser that keeps nothing, for a run that was cut off", () => {
  const kept = storage();
  markRunning("shared", {wasTold: false, cell: 3});
  const [key] = kept.keys();
  kept.set(key!, "1");
  expect(cutOff("shared")).toEqual({wasTold: false, cell: undefined});
  vi.stubGlobal("sessionStorage", undefined);
  expect(cutOff("shared")).toEqual({wasTold: false, cell: undefined});
  markRunning("shared", {wasTold: false, cell: 3});
});

test("tells what happened and what to look at", () => {
  expect(cutOffWords({wasTold: false, cell: 3})).toMatch(
    /^Nothing has run yet: .+ with the page, .+ Cell 3 was the last to begin\. What you wrote is kept\./,
  );
  expect(cutOffWords({wasTold: true, cell: undefined})).not.toContain("Cell");
});
