/** The theme's colours as a canvas needs them. SVG and HTML use the custom properties directly. */
import {onThemeChange} from "./theme.js";

export type Rgb = readonly [r: number, g: number, b: number];

const known = new Map<string, Rgb>();
/** Asking the page for a colour costs a look at all its styles, and a theme has the same for as long as it lasts. */
let resolved = new WeakMap<HTMLElement, Map<string, Rgb>>();
let watching = false;

/** The value of the custom property `name` (such as `--real`) at `element` now, in sRGB bytes, whatever syntax it has. */
export function themeColour(element: HTMLElement, name: string): Rgb {
  forgetWithTheme();
  const kept = resolved.get(element) ?? new Map<string, Rgb>();
  const colour = kept.get(name) ?? resolveColour(element, name);
  // A page that is not styled yet has no colours to keep.
  if (element.isConnected) resolved.set(element, kept.set(name, colour));
  return colour;
}

function forgetWithTheme(): void {
  if (watching) return;
  watching = true;
  onThemeChange(() => {
    resolved = new WeakMap();
  });
}

function resolveColour(element: HTMLElement, name: string): Rgb {
  const kept = element.style.color;
  element.style.color = `var(${name})`;
  const css = getComputedStyle(element).color;
  element.style.color = kept;
  return rgbOf(css);
}

export function cssColour([r, g, b]: Rgb, alpha = 1): string {
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** From `a` at 0 to `b` at 1. */
export function mixColours(a: Rgb, b: Rgb, share: number): Rgb {
  const mix = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * share);
  return [mix(0), mix(1), mix(2)];
}

/** Painted and read back: the browser understands every colour syntax, we need not. */
function rgbOf(css: string): Rgb {
  const found = known.get(css);
  if (found) return found;
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true})!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
  const rgb: Rgb = [r!, g!, b!];
  known.set(css, rgb);
  return rgb;
}
