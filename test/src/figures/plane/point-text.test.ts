import {describe, expect, it} from "vitest";
import {
  generatedText,
  opinionText,
  paintedText,
  placeText,
  plainText,
} from "../../../../src/figures/plane/point-text.js";

/** 3 by 3 nodes at -1, 0, 1; the first row is the lowest: opinion = (column + 3 row) / 10. */
const field = {data: Float32Array.from({length: 9}, (_, i) => i / 10), shape: [3, 3]};

describe("words", () => {
  it("say where and what the judge thinks", () => {
    expect(placeText({x: 0.5, y: -0.001})).toBe("x 0.50, y 0.00");
    expect(placeText({x: -0.5, y: 0.5})).toBe("x −0.50, y 0.50");
    expect(opinionText(field, 1, {x: 0.5, y: -0.001})).toBe("the judge says 0.45 real");
  });

  it("say how many generated points the frame does not show", () => {
    const generated = {data: Float32Array.of(0, 0, 2, 0, 0, -9, Number.NaN, 0), shape: [4, 2]};
    expect(plainText(generated, 1.25)).toMatch(/ 3 generated points lie beyond the frame\.$/);
    expect(plainText({data: Float32Array.of(2, 2), shape: [1, 2]}, 1)).toMatch(/ 1 .* lies beyond/);
    expect(plainText({data: Float32Array.of(1, 1), shape: [1, 2]}, 1)).not.toMatch(/beyond/);
    expect(generatedText(generated, 1.25)).toBe("4 generated points, 3 of them beyond the frame");
    expect(generatedText(generated, 10)).toBe("4 generated points, 1 of them beyond the frame");
    expect(generatedText({data: Float32Array.of(1, 1), shape: [1, 2]}, 1)).toBe(
      "1 generated point",
    );
  });

  it("count what was painted", () => {
    expect(paintedText(0)).toMatch(/^Paint inside the frame/);
    expect(paintedText(1)).toBe("1 point painted");
    expect(paintedText(1200)).toBe("1,200 points painted");
  });
});
