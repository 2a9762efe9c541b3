/**
 * Drawings that cost no more than their text is long. A page draws them in its own process, and a few hundred characters of SVG can stand
 * for thousands of millions of shapes: by `<use>`, patterns and the like that lead to each other, by entities, by drawings in drawings.
 * None of these is let in.
 */

const shapes = "svg g path circle ellipse line polyline polygon rect text tspan title desc".split(
  " ",
);
const paints = "defs linearGradient radialGradient stop style animate animateTransform set".split(
  " ",
);
const elements = new Set([...shapes, ...paints, "!--"]);

/** An address in a style sheet that is no place in the drawing. */
const address = /(\burl|image-set|cross-fade)\s*\((?!\s*["']?#)/i;

/** What is wrong with the drawing `svg`, in words; undefined if nothing is. */
export function drawingProblem(svg: string): string | undefined {
  for (const [, name = ""] of svg.matchAll(/<\/?([^\s/>]*)/g))
    if (!elements.has(name.startsWith("!--") ? "!--" : name))
      return `<${name.slice(0, 30)}> (${[...shapes, ...paints].join(", ")})`;
  if (svg.includes("\\") || svg.includes("&#")) return "\\ or &# (letters as they are)";
  const found = address.exec(svg)?.[0];
  return found === undefined ? undefined : `${found} (url(#…), a gradient of this drawing)`;
}
