/**
 * Pictures on white in other colours: the hue of every pixel is turned, its colour thinned towards white, and what is coloured darkened.
 *
 *     h <- h + turn,     s <- strength s,     v <- v (1 - dark s)          (hue, saturation and value: Smith, 1978)
 *
 * White has no saturation, so paper stays white and soft edges stay soft. Only + - * / and comparisons, so the same bits everywhere.
 * Pixels are [n, 3], red, green and blue from 0 to 1.
 */
import type {Random} from "./random.js";

export interface Recolouring {
  /** In whole turns of the wheel: 1/3 makes red green and green blue. */
  readonly turn: number;
  /** 0 leaves greys, 1 all the colour. */
  readonly strength: number;
  /** 0 as bright as it was, to 1. */
  readonly dark: number;
}

/** Without any colour. */
export const grey: Recolouring = {turn: 0, strength: 0, dark: 0};

/** A hue as likely as any other, now and then pale, now and then dark. */
export function drawnRecolouring(random: Random): Recolouring {
  const turn = random.uniform();
  const [isPale, isDark] = [random.uniform() < 0.25, random.uniform() < 0.25];
  return {
    turn,
    strength: isPale ? random.uniform(0, 0.6) : 1,
    dark: isDark ? random.uniform(0.2, 0.7) : 0,
  };
}

const hueBins = 24;

/** The hue that most of the colour in `pixels` has, in turns, to the nearest of 24; of grey ones any. */
export function mainHue(pixels: Float32Array): number {
  const colour = new Float64Array(hueBins);
  for (let i = 0; i < pixels.length; i += 3) {
    const [hue, saturation, value] = hsvOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    colour[Math.floor(hue * hueBins)]! += saturation * value;
  }
  return (colour.indexOf(Math.max(...colour)) + 0.5) / hueBins;
}

/** Hue in turns, from 0 to below 1; saturation and value from 0 to 1. */
export type Hsv = readonly [hue: number, saturation: number, value: number];

export function recoloured(pixels: Float32Array, how: Recolouring): Float32Array {
  const made = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i += 3) {
    const [h, s, v] = hsvOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    const [hue, saturation] = [wrapped(h + how.turn), how.strength * s];
    made.set(rgbOf([hue, saturation, v * (1 - how.dark * s)]), i);
  }
  return made;
}

export function hsvOf(red: number, green: number, blue: number): Hsv {
  const value = Math.max(red, green, blue);
  const chroma = value - Math.min(red, green, blue);
  if (chroma === 0) return [0, 0, value];
  return [wrapped(sixths(red, green, blue, chroma) / 6), chroma / value, value];
}

function sixths(red: number, green: number, blue: number, chroma: number): number {
  if (red >= green && red >= blue) return (green - blue) / chroma;
  return green >= blue ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
}

export function rgbOf([hue, saturation, value]: Hsv): [number, number, number] {
  const part = (offset: number) => {
    const k = (offset + 6 * hue) % 6;
    return value * (1 - saturation * Math.max(0, Math.min(k, 4 - k, 1)));
  };
  return [part(5), part(3), part(1)];
}

function wrapped(turns: number): number {
  return turns - Math.floor(turns);
}
