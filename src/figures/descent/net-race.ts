import {element} from "../../controls/element.js";
import {formatBytes, formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {exponentialAverage} from "../curves/smoothing.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {type NetRaceData, type NetRacer, netRaceWords, type RacerCourse} from "./net-race-data.js";
import {racerBadge} from "./racer-badge.js";
import {racerCourses} from "./racer-courses.js";

const plotHeight = 216;
const narrow = 560;
const narrowHeight = 128;
/** Steps that a line averages over. */
const smoothOver = 20;
const mostPoints = 600;
/** Of the width, beside the table. */
const plotShare = 0.55;
const heads = ["optimiser", "loss", "test", "averaged", "keeps"];

/** One network trained by several optimisers: the losses side by side, and what each has come to and keeps. */
export function netRace({
  label,
  nothing,
}: {
  readonly label: string;
  readonly nothing: number;
}): Figure<NetRaceData> {
  const plot = racerCourses({
    domain: [0.2, 4],
    levels: [{value: nothing, label: "knowing nothing"}],
  });
  const holder = element("div", {class: "fig-plot"});
  holder.append(plot.svg);
  const body = element("tbody", {});
  const table = element(
    "table",
    {class: "fig-net-race-table"},
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((head) => element("th", {scope: "col"}, head))),
    ),
    body,
  );
  const words = element("p", {class: "fig-net-race-words"});
  const root = element("div", {class: "fig fig-descent fig-net-race"}, holder, table, words);
  const summarise = summarised(root, label);
  let data: NetRaceData | undefined;
  const redraw = redrawing(root, (width) => {
    const isNarrow = width < narrow;
    root.dataset.layout = isNarrow ? "narrow" : "wide";
    const height = isNarrow ? narrowHeight : plotHeight;
    holder.style.height = `${height}px`;
    if (!data) return;
    const courses = data.racers.map(courseOf);
    plot.draw({...data, courses}, isNarrow ? width : plotShare * width, height);
  });
  setText(words, netRaceWords({racers: [], weightBytes: undefined}));
  return figure<NetRaceData, undefined>(root, undefined, (next) => {
    data = next;
    body.replaceChildren(...next.racers.map((racer) => rowOf(racer, next.lost)));
    const text = netRaceWords(next);
    setText(words, text);
    summarise(text);
    redraw();
  });
}

/** Averages, no more of them than can be seen. */
function courseOf({racer, losses}: NetRacer): RacerCourse {
  const stride = Math.ceil(losses.length / mostPoints);
  const all = Array.from(exponentialAverage(losses, smoothOver), (loss, i) => ({
    ...{step: i + 1, loss},
  }));
  return {racer, isAveraged: false, points: all.filter(({step}) => step % stride === 0)};
}

function rowOf({racer, losses, test, averaged, keptBytes}: NetRacer, lost: number): HTMLElement {
  const isLost = losses[losses.length - 1]! >= lost;
  const now = isLost ? lost : exponentialAverage(losses, smoothOver).at(-1);
  const cells = [now, test, averaged].map((loss) =>
    element("td", {}, loss === undefined ? "–" : lossWords(loss, lost)),
  );
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, element("span", {}, ...racerBadge(racer))),
    ...cells,
    element("td", {}, keptBytes === undefined ? "–" : formatBytes(keptBytes)),
  );
}

function lossWords(loss: number, lost: number): string {
  return loss >= lost ? "lost" : formatNumber(loss);
}
