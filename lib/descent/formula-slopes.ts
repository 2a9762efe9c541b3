/**
 * The value of a formula with both of its slopes, exact to rounding, by dual numbers (Clifford, 1873; Griewank & Walther, 2008,
 * chapter 3): each part of the formula carries (value, d/dx, d/dy), and each operation has its own rule of differentiation.
 */
import type {Formula, FormulaFunction, Operator} from "./formula.js";

export interface Dual {
  readonly value: number;
  readonly dx: number;
  readonly dy: number;
}

/** The height over (x, y), with its slopes. Not finite where the formula has no value. */
export type Surface = (x: number, y: number) => Dual;

/** The surface of a formula. */
export function surfaceOf(formula: Formula): Surface {
  switch (formula.kind) {
    case "number": {
      const constant = {value: formula.value, dx: 0, dy: 0};
      return () => constant;
    }
    case "variable":
      return formula.name === "x"
        ? (value) => ({value, dx: 1, dy: 0})
        : (_, value) => ({value, dx: 0, dy: 1});
    case "negative": {
      const of = surfaceOf(formula.of);
      return (x, y) => scaled(of(x, y), -1);
    }
    case "call": {
      const [of, rule] = [surfaceOf(formula.of), functionRules[formula.name]];
      return (x, y) => chained(of(x, y), rule);
    }
    case "operation": {
      const rule = operatorRules[formula.operator];
      const [left, right] = [surfaceOf(formula.left), surfaceOf(formula.right)];
      return (x, y) => rule(left(x, y), right(x, y));
    }
  }
}

/** The value of f at u, and its slope there. */
type FunctionRule = (u: number) => readonly [value: number, slope: number];

const functionRules: Readonly<Record<FormulaFunction, FunctionRule>> = {
  sin: (u) => [Math.sin(u), Math.cos(u)],
  cos: (u) => [Math.cos(u), -Math.sin(u)],
  exp: (u) => [Math.exp(u), Math.exp(u)],
  // It has no slope at 0; 0 is the middle of those beside it.
  abs: (u) => [Math.abs(u), Math.sign(u)],
  sqrt: (u) => [Math.sqrt(u), 1 / (2 * Math.sqrt(u))],
  log: (u) => [Math.log(u), u < 0 ? Number.NaN : 1 / u],
};

const operatorRules: Readonly<Record<Operator, (a: Dual, b: Dual) => Dual>> = {
  "+": (a, b) => ({value: a.value + b.value, dx: a.dx + b.dx, dy: a.dy + b.dy}),
  "-": (a, b) => ({value: a.value - b.value, dx: a.dx - b.dx, dy: a.dy - b.dy}),
  "*": (a, b) => ({
    value: a.value * b.value,
    dx: a.dx * b.value + a.value * b.dx,
    dy: a.dy * b.value + a.value * b.dy,
  }),
  "/": (a, b) => ({
    value: a.value / b.value,
    dx: (a.dx - (a.value / b.value) * b.dx) / b.value,
    dy: (a.dy - (a.value / b.value) * b.dy) / b.value,
  }),
  "^": power,
};

/** a^b. With a fixed exponent any base is legal; a changing one needs a base above 0, for its slope has ln a. */
function power(a: Dual, b: Dual): Dual {
  const value = a.value ** b.value;
  const byBase = b.value === 0 ? 0 : b.value * a.value ** (b.value - 1);
  if (b.dx === 0 && b.dy === 0) return {value, dx: byBase * a.dx, dy: byBase * a.dy};
  const byExponent = value * Math.log(a.value);
  return {value, dx: byBase * a.dx + byExponent * b.dx, dy: byBase * a.dy + byExponent * b.dy};
}

function chained(u: Dual, rule: FunctionRule): Dual {
  const [value, slope] = rule(u.value);
  // 0 · ∞ is no number, but what does not change has no slope.
  const along = (du: number) => (du === 0 ? 0 : slope * du);
  return {value, dx: along(u.dx), dy: along(u.dy)};
}

function scaled({value, dx, dy}: Dual, factor: number): Dual {
  return {value: factor * value, dx: factor * dx, dy: factor * dy};
}
