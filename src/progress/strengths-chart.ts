import {element} from "../controls/element.js";
import {type Figure, figure} from "../figures/figure.js";
import {scaleLinear, select} from "../vendor/d3.js";
import {type Strength, strengthsText} from "./strengths.js";

const width = 560;
const rowHeight = 72;
const barHeight = 14;
const barWidth = 360;

/** Two bars a chapter: the points of its exercises, and the questions recalled. */
export function strengthsChart(): Figure<readonly Strength[]> {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("role", "img");
  const caption = element(
    "figcaption",
    {},
    "Filled: what you have reached. Outlined: what there is. Recall counts the last answer to each question.",
  );
  const box = element("figure", {class: "strengths"}, caption);
  box.prepend(picture);
  return figure(box, undefined, (all) => draw(picture, all));
}

interface Bar {
  readonly name: string;
  readonly kind: "exercises" | "recall";
  readonly value: number;
  readonly of: number;
}

function barsOf({points, maxPoints, recalled, questions}: Strength): Bar[] {
  return [
    {name: `${points} of ${maxPoints} points`, kind: "exercises", value: points, of: maxPoints},
    {name: `${recalled} of ${questions} recalled`, kind: "recall", value: recalled, of: questions},
  ];
}

function draw(picture: SVGSVGElement, all: readonly Strength[]): void {
  picture.setAttribute("viewBox", `0 0 ${width} ${Math.max(1, all.length) * rowHeight}`);
  picture.setAttribute("aria-label", strengthsText(all));
  const rows = select(picture)
    .selectAll<SVGGElement, Strength>("g.chapter")
    .data(all, (d) => d.chapter)
    .join((enter) => {
      const row = enter.append("g").attr("class", "chapter");
      row.append("text").attr("class", "chapter-title").attr("y", 16);
      return row;
    })
    .attr("transform", (_, i) => `translate(0, ${i * rowHeight})`);
  rows.select("text.chapter-title").text((d) => d.title);
  const bars = rows
    .selectAll<SVGGElement, Bar>("g.bar")
    .data(barsOf)
    .join((enter) => {
      const bar = enter.append("g");
      bar.append("rect").attr("class", "whole").attr("height", barHeight).attr("width", barWidth);
      bar.append("rect").attr("class", "part").attr("height", barHeight);
      bar
        .append("text")
        .attr("x", barWidth + 10)
        .attr("y", barHeight - 2);
      return bar;
    })
    .attr("class", ({kind}) => `bar of-${kind}`)
    .attr("transform", (_, i) => `translate(0.5, ${24 + i * (barHeight + 5)})`);
  bars.select("rect.part").attr("width", ({value, of}) => lengthOf(value, of));
  bars.select("text").text(({name}) => name);
}

function lengthOf(value: number, of: number): number {
  return of === 0 ? 0 : scaleLinear([0, of], [0, barWidth])(value);
}
