/**
 * The eleven basic colour words of English (Berlin & Kay, 1969), measured from pixels. A pixel is named by its lightness L, chroma C and hue h
 * in OKLab (Ottosson, 2020), in which equal steps look about equally large:
 *
 *     l, m, s = cube roots of M₁ · linear RGB,   [L, a, b] = M₂ · [l, m, s],   C = sqrt(a² + b²),   h = atan2(b, a)
 *
 * Pale ones are black, grey or white by L. For the others the hue decides; red, pink, orange, yellow and brown share the warm hues
 * and are parted by L and C. The borders were set by looking at emoji. RGB is sRGB, 0 to 255.
 */
export const colourWords = [
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "pink",
  "brown",
  "black",
  "white",
  "grey",
] as const;

export type ColourWord = (typeof colourWords)[number];

/** A word and the share of the area that has it, 0 to 1. */
export type ColourShare = readonly [word: ColourWord, share: number];

/** Without a hue. */
const pale: readonly ColourWord[] = ["black", "white", "grey"];
/** Share of the area from which on colours outdo black, white and grey: outlines and highlights are on everything. */
const leastColoured = 0.3;

/** A pixel's word. */
export function colourWord(red: number, green: number, blue: number): ColourWord {
  const [lightness, a, b] = okLab(red, green, blue);
  const chroma = Math.sqrt(a * a + b * b);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return isPale(lightness, chroma, hue)
    ? paleWord(lightness)
    : hueWord(lightness, chroma, hue < -22 ? hue + 360 : hue);
}

/** The words of RGB `pixels` [n, 3] of which `counts` says yes, the largest share first. Empty where none counts. */
export function colourShares(
  pixels: Uint8Array,
  counts: (index: number) => boolean = () => true,
): readonly ColourShare[] {
  const found = new Map<ColourWord, number>();
  let total = 0;
  for (let i = 0; i < pixels.length / 3; i++) {
    if (!counts(i)) continue;
    const word = colourWord(pixels[3 * i]!, pixels[3 * i + 1]!, pixels[3 * i + 2]!);
    found.set(word, (found.get(word) ?? 0) + 1);
    total++;
  }
  const order = (word: ColourWord) => colourWords.indexOf(word);
  return [...found]
    .map(([word, count]): ColourShare => [word, count / total])
    .sort(([a, m], [b, n]) => n - m || order(a) - order(b));
}

/** The one word for `shares`: the colour of the largest area, or black, white or grey where hardly anything has a colour. */
export function mainColour(shares: readonly ColourShare[]): ColourWord | undefined {
  const coloured = shares.filter(([word]) => !pale.includes(word));
  const share = coloured.reduce((sum, [, each]) => sum + each, 0);
  return (share < leastColoured ? shares : coloured)[0]?.[0];
}

/** Browns are seen as such with little chroma, and what is bluish needs more than others: metal and glass are drawn so. */
function isPale(lightness: number, chroma: number, hue: number): boolean {
  if (lightness < 0.24) return true;
  if (hue > 20 && hue < 100) return chroma < 0.026;
  return chroma < (hue < -90 ? 0.055 : 0.042);
}

function paleWord(lightness: number): ColourWord {
  if (lightness < 0.41) return "black";
  return lightness < 0.87 ? "grey" : "white";
}

/** `hue` in degrees from -22 to 338. */
function hueWord(lightness: number, chroma: number, hue: number): ColourWord {
  if (hue < 15) return lightness > 0.6 ? "pink" : "red";
  if (hue < 42) return warmRed(lightness, chroma);
  if (hue < 74) return warmOrange(lightness, chroma, hue);
  if (hue < 82 && lightness > 0.66 && lightness < 0.84 && chroma < 0.16) return "orange"; // tan, crust
  if (hue < 112) return lightness > 0.66 ? "yellow" : hue < 100 ? "brown" : "green";
  if (hue < 188) return "green";
  if (hue < 283) return "blue";
  return "purple";
}

function warmRed(lightness: number, chroma: number): ColourWord {
  if (lightness > 0.72) return "pink";
  return chroma < 0.13 ? "brown" : "red";
}

function warmOrange(lightness: number, chroma: number, hue: number): ColourWord {
  if (lightness > 0.85 && chroma < 0.09) return hue < 68 ? "pink" : "yellow";
  return lightness > 0.62 && chroma > 0.1 ? "orange" : "brown";
}

/** Linear light of a byte of sRGB (IEC 61966-2-1). */
const linear = Float64Array.from({length: 256}, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function okLab(red: number, green: number, blue: number): readonly [number, number, number] {
  const [r, g, b] = [linear[red]!, linear[green]!, linear[blue]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
