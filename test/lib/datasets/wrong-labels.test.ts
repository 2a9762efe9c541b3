import {expect, test} from "vitest";
import {wrongLabels} from "../../../lib/datasets/wrong-labels.js";
import {Random} from "../../../lib/random.js";

const labels = Uint8Array.from({length: 4000}, (_, i) => i % 4);

test("exactly the share asked for is wrong, and the given labels stay", () => {
  const given = labels.slice();
  for (const share of [0, 0.25, 0.5, 1]) {
    const wrong = wrongLabels(given, 4, share, new Random(1)).filter((k, i) => k !== labels[i]);
    expect(wrong).toHaveLength(4000 * share);
  }
  expect(given).toEqual(labels);
});

test("each wrong class is about equally likely", () => {
  const noisy = wrongLabels(labels, 4, 1, new Random(2));
  const moves = [0, 0, 0, 0];
  noisy.forEach((label, i) => {
    moves[(label - labels[i]! + 4) % 4]!++;
  });
  expect(moves[0]).toBe(0);
  const spread = 4 * Math.sqrt(4000 * (1 / 3) * (2 / 3)); // four standard deviations
  for (const count of moves.slice(1)) expect(Math.abs(count - 4000 / 3)).toBeLessThan(spread);
});

test("the seed decides which", () => {
  const noisy = (seed: number) => wrongLabels(labels, 4, 0.1, new Random(seed));
  expect(noisy(3)).toEqual(noisy(3));
  expect(noisy(3)).not.toEqual(noisy(4));
});

test.each([-0.1, 1.1, Number.NaN])("a share of %d is refused", (share) => {
  expect(() => wrongLabels(labels, 4, share, new Random(1))).toThrow(/invalid share: .* from 0/);
});
