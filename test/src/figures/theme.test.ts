import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

/** The colours of src/theme/tokens.css, against WCAG 2.2 (1.4.3 text, 1.4.11 marks) and as colour-blind eyes see them. */
type Linear = readonly [r: number, g: number, b: number];
type Scheme = Readonly<Record<string, string>>;

const css = readFileSync("src/theme/tokens.css", "utf8");
const [light = "", dark = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
const colours = (text: string): Scheme =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
  );
const schemes: Readonly<Record<string, Scheme>> = {
  light: colours(light),
  dark: {...colours(light), ...colours(dark)},
};
const roles = ["real", "generated", "judge", "chance"] as const;

/** sRGB to linear light (IEC 61966-2-1). */
function linear(hex: string): Linear {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
}

/** WCAG's contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dim, bright] = [a, b]
    .map((hex) => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0]!)
    .sort((x, y) => x - y);
  return (bright! + 0.05) / (dim! + 0.05);
}

function times(matrix: readonly (readonly number[])[], v: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, m, i) => sum + m * v[i]!, 0));
}

/** Severity 1.0 on linear RGB: Machado, Oliveira & Fernandes, 2009, table 1. */
const eyes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopic: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopic: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopic: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear RGB to Oklab (Ottosson, 2020), times 100: 2 is a difference just seen side by side. */
function oklab(rgb: readonly number[]): number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb.map((c) => Math.min(1, Math.max(0, c))),
  );
  return times(
    [
      [21.04542553, 79.3617785, -0.40720468],
      [197.79984951, -242.8592205, 45.05937099],
      [2.59040371, 78.27717662, -80.8675766],
    ],
    cones.map(Math.cbrt),
  );
}

function distance(a: string, b: string, eye: readonly (readonly number[])[]): number {
  const [p, q] = [a, b].map((hex) => oklab(times(eye, linear(hex))));
  return Math.hypot(...p!.map((value, i) => value - q![i]!));
}

it("contrast is 21 between black and white, 1 between equals", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#2a69b0", "#2a69b0")).toBe(1);
});

it("black and white are 100 apart in Oklab, to any eye", () => {
  for (const eye of Object.values(eyes))
    expect(distance("#000000", "#ffffff", eye)).toBeCloseTo(100, 1);
});

describe.each(Object.entries(schemes))("%s", (_name, colour) => {
  const papers = [colour.paper!, colour["paper-raised"]!];

  it.each(["ink", "ink-soft", "accent", ...roles.map((role) => `${role}-text`)])(
    "--%s is readable on both papers",
    (name) => {
      for (const paper of papers)
        expect(contrast(colour[name]!, paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  const pairs: (readonly [text: string, fill: string])[] = [
    ["on-accent", "accent"],
    ["warn-text", "warn-soft"],
    ["ink", "accent-soft"],
    ...roles.map((role) => ["ink", `${role}-soft`] as const),
    ...roles.map((role) => [`${role}-text`, `${role}-soft`] as const),
  ];
  it.each(pairs)("--%s is readable on --%s", (text, fill) => {
    expect(contrast(colour[text]!, colour[fill]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...roles, "rule-strong"])("--%s is seen as a mark on both papers", (name) => {
    for (const paper of papers) expect(contrast(colour[name]!, paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(eyes))("the four roles stay apart to %s eyes", (_eye, matrix) => {
    for (const [i, a] of roles.entries())
      for (const b of roles.slice(i + 1))
        expect(distance(colour[a]!, colour[b]!, matrix), `${a} and ${b}`).toBeGreaterThan(9.5);
  });
});
