import {describe, expect, it} from "vitest";
import {
  areSameLines,
  type LineOrder,
  lineOrderText,
  parseLineOrder,
  withLineMoved,
} from "../../../lib/grading/line-order.js";

const text = `export function twice(x: number) {
  let y = 0;
  // The lines, in order:
  y = x;
  y += x;
  // Set aside:
  // y = 2;
  // End of the lines.
  return y;
}
`;

function read(from: string): LineOrder {
  const order = parseLineOrder(from);
  if ("problem" in order) throw new Error(order.problem);
  return order;
}

describe("the order of a program's lines", () => {
  it("is read from its text, and is that text again", () => {
    const order = read(text);
    expect(order).toMatchObject({used: ["y = x;", "y += x;"], aside: ["y = 2;"]});
    expect(lineOrderText(order)).toBe(text);
  });

  it("says what is wrong with a text that has none", () => {
    const without = (part: string) => parseLineOrder(text.replace(part, ""));
    expect(without("// Set aside:")).toEqual({problem: 'there is no line "// Set aside:"'});
    expect(parseLineOrder(text.replace("// y = 2;", "y = 2;"))).toEqual({
      problem: "a line that is set aside must be a comment: y = 2;",
    });
    const turned = text
      .replace("// The lines, in order:", "// Swap")
      .replace("// Set aside:", "// The lines, in order:")
      .replace("// Swap", "// Set aside:");
    expect(parseLineOrder(turned)).toEqual({problem: "the three marks are not in order"});
  });

  it("moves lines up, down and over the mark, and never the mark itself", () => {
    const order = read(text);
    expect(withLineMoved(order, 1, 0).used).toEqual(["y += x;", "y = x;"]);
    expect(withLineMoved(order, 1, 2)).toMatchObject({
      used: ["y = x;"],
      aside: ["y += x;", "y = 2;"],
    });
    expect(withLineMoved(order, 3, 2)).toMatchObject({
      used: ["y = x;", "y += x;", "y = 2;"],
      aside: [],
    });
    expect(withLineMoved(order, 3, 0)).toMatchObject({used: ["y = 2;", "y = x;", "y += x;"]});
    expect(withLineMoved(order, 2, 0)).toBe(order);
  });

  it("knows other orders of the same lines from other programs", () => {
    const order = read(text);
    expect(areSameLines(order, withLineMoved(order, 0, 3))).toBe(true);
    expect(areSameLines(order, read(text.replace("y += x", "y += 1")))).toBe(false);
    expect(areSameLines(order, read(text.replace("let y = 0", "let y = 1")))).toBe(false);
  });
});
