import {describe, expect, test} from "vitest";
import {orderAgreement} from "../../../lib/metrics/order-agreement.js";

describe("orderAgreement", () => {
  test("of four by hand: one order of 24 is as good as the same one, four are as good as one pair apart", () => {
    expect(orderAgreement([1, 2, 3, 4], [10, 20, 30, 40])).toEqual({
      same: 6,
      pairs: 6,
      luck: 1 / 24,
    });
    expect(orderAgreement([1, 2, 3, 4], [10, 20, 40, 30])).toEqual({
      same: 5,
      pairs: 6,
      luck: 4 / 24,
    });
    expect(orderAgreement([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({same: 0, pairs: 6, luck: 1});
  });

  test("a tie is no pair in the same order", () => {
    expect(orderAgreement([1, 2, 3], [1, 1, 2])).toMatchObject({same: 2, pairs: 3});
  });

  test("refuses lists that do not belong together", () => {
    expect(() => orderAgreement([1, 2], [1])).toThrow("invalid scores: 2 and 1");
    expect(() => orderAgreement([1], [1])).toThrow("invalid scores: 1 and 1");
  });
});
