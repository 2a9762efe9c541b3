/** Two runs on one canvas, with their words: what is saved of a comparison. */
import {element} from "../../controls/element.js";
import {cssColour, themeColour} from "../colour.js";
import type {SideBySideData} from "./compared-runs.js";

const width = 1200;
const margin = 24;
const lineHeight = 22;
const half = (width - 3 * margin) / 2;
const font = '15px "Source Sans 3", sans-serif';

/** The pictures beside each other, then what differs, then a line for each measure. */
export function drawComparison(data: SideBySideData): HTMLCanvasElement {
  const {left, right, differs, measures} = data;
  const lines = [
    ...wrapped(`${left.name}. ${left.made}`),
    ...wrapped(`${right.name}. ${right.made}`),
    ...wrapped(differs),
    ...measures.map(
      (one) =>
        `${one.label}: ${one.left} in ${left.name}, ${one.right} in ${right.name}${one.floor ? `; floor ${one.floor}` : ""}`,
    ),
  ];
  const top = Math.max(...[left, right].map(({picture}) => fittedHeight(picture)), 0);
  const height = 3 * margin + top + lines.length * lineHeight;
  const canvas = element("canvas", {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = cssColour(themeColour(document.body, "--paper"));
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  for (const [i, {picture}] of [left, right].entries())
    if (picture)
      context.drawImage(picture, margin + i * (half + margin), margin, half, fittedHeight(picture));
  context.fillStyle = cssColour(themeColour(document.body, "--ink"));
  context.font = font;
  context.textBaseline = "top";
  for (const [i, line] of lines.entries())
    context.fillText(line, margin, 2 * margin + top + i * lineHeight);
  return canvas;
}

function fittedHeight(picture: HTMLCanvasElement | undefined): number {
  return picture ? (half * picture.height) / picture.width : 0;
}

/** Lines that fit the sheet, broken between words. */
function wrapped(text: string): string[] {
  const context = element("canvas", {}).getContext("2d")!;
  context.font = font;
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (context.measureText(longer).width <= width - 2 * margin) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
