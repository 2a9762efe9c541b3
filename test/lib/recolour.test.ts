import {expect, test} from "vitest";
import {Random} from "../../lib/random.js";
import {hsvOf, mainHue, recoloured, rgbOf} from "../../lib/recolour.js";

const turned = (rgb: readonly number[], turn: number, strength = 1, dark = 0) => [
  ...recoloured(Float32Array.from(rgb), {turn, strength, dark}),
];
const close = (a: readonly number[], b: readonly number[]) =>
  a.forEach((value, i) => {
    expect(value).toBeCloseTo(b[i]!, 6);
  });

type Three = readonly [number, number, number];
const pairs: readonly (readonly [Three, Three])[] = [
  [
    [1, 0, 0],
    [0, 1, 1],
  ],
  [
    [0, 1, 0],
    [1 / 3, 1, 1],
  ],
  [
    [0, 0, 0.5],
    [2 / 3, 1, 0.5],
  ],
  [
    [1, 0, 1],
    [5 / 6, 1, 1],
  ],
  [
    [0.4, 0.4, 0.4],
    [0, 0, 0.4],
  ],
];

test.each(pairs)("%j has hue, saturation and value %j, and back", (rgb, hsv) => {
  close(hsvOf(...rgb), hsv);
  close(rgbOf(hsv), rgb);
});

test("any colour comes back from its hue, saturation and value", () => {
  const random = new Random(3);
  for (let i = 0; i < 200; i++) {
    const rgb = [random.uniform(), random.uniform(), random.uniform()] as const;
    close(rgbOf(hsvOf(...rgb)), rgb);
  }
});

test("a third of a turn makes red green, three thirds change nothing", () => {
  close(turned([1, 0, 0], 1 / 3), [0, 1, 0]);
  close(turned([0.8, 0.3, 0.1], 1), [0.8, 0.3, 0.1]);
});

test("paper stays paper and grey stays grey, however they are turned", () => {
  close(turned([1, 1, 1, 0.3, 0.3, 0.3], 0.4, 0.2, 0.7), [1, 1, 1, 0.3, 0.3, 0.3]);
});

test("without strength nothing has a colour; darkness takes light from colours alone", () => {
  close(turned([0.9, 0.2, 0.1], 0.7, 0), [0.9, 0.9, 0.9]);
  close(turned([1, 0, 0], 0, 1, 0.25), [0.75, 0, 0]);
});

test("the main hue is that of most of the colour, whatever is grey or pale", () => {
  const red = [1, 0.05, 0];
  const [green, white] = [
    [0, 1, 0.1],
    [1, 1, 1],
  ];
  const hueOf = (...pixels: readonly number[][]) => mainHue(Float32Array.from(pixels.flat()));
  expect(hueOf(red, red, green, white, white)).toBeCloseTo(0.5 / 24);
  expect(hueOf(red, green, green, white)).toBeCloseTo(8.5 / 24);
});
