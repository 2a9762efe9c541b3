import {describe, expect, it} from "vitest";
import {
  guessOfLength,
  mergeGuesses,
  withGuess,
  withTruthSeen,
} from "../../../src/storage/guess-record.js";

const [monday, tuesday] = ["2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z"];

describe("a kept guess", () => {
  it("is replaced by a later one, and remembers that the truth was seen", () => {
    const first = withGuess(undefined, [1, null], monday);
    expect(first).toEqual({values: [1, null], at: monday});
    const seen = withTruthSeen(first, tuesday);
    expect(seen).toEqual({values: [1, null], at: monday, seenAt: tuesday});
    expect(withGuess(seen, [2, 2], tuesday)).toEqual({
      values: [2, 2],
      at: tuesday,
      seenAt: tuesday,
    });
    expect(withTruthSeen(withTruthSeen(undefined, monday), tuesday).seenAt).toBe(monday);
  });

  it("of two devices is ours, unless we have none", () => {
    const ours = withGuess(undefined, [1, 2], tuesday);
    const theirs = withTruthSeen(withGuess(undefined, [3, 4], monday), monday);
    expect(mergeGuesses(ours, theirs)).toEqual({values: [1, 2], at: tuesday, seenAt: monday});
    expect(mergeGuesses(undefined, theirs)).toBe(theirs);
    expect(mergeGuesses(withGuess(undefined, [null, null], tuesday), theirs).values).toEqual([
      3, 4,
    ]);
  });

  it("is as it was drawn, and emptied for a plot with other places", () => {
    const kept = withGuess(undefined, [1, null, 0.5], monday);
    expect(guessOfLength(kept, 3)).toBe(kept);
    expect(guessOfLength(kept, 2)).toEqual({values: [null, null], at: monday});
    expect(guessOfLength(withTruthSeen(undefined, monday), 2)).toEqual({
      values: [null, null],
      at: monday,
      seenAt: monday,
    });
    expect(guessOfLength(undefined, 3)).toBeUndefined();
  });
});
