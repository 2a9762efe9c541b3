import {expect} from "vitest";

/** Each number within `within` of the expected one, or as many times as that is large. */
export function expectClose(
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  what = "",
  within = 1e-5,
): void {
  expect(got.length, what).toBe(expected.length);
  for (let i = 0; i < got.length; i++) {
    const room = within * Math.max(1, Math.abs(expected[i]!));
    expect(Math.abs(got[i]! - expected[i]!), `${what} ${i}: ${got[i]}`).toBeLessThan(room);
  }
}
