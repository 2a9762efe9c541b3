import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab} from "../../experiment/panels/captions.js";
import {paramsNow, type RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {arenaParams} from "./arena-params.js";
import {contenderNames, type PerContender, perContender} from "./contenders.js";
import type {arena} from "./experiment.js";
import {moved, parseRanking, type Ranking, rankingOf, rankingText, rightPairs} from "./ranking.js";

type Host = ViewHost<ExchangeOf<typeof arena>, typeof arenaParams>;

/** The reader's order of the four, to be made before the run; at its end the run's beside it. */
export function rankingTab({trainer, paramsOf, setParam}: Host) {
  const list = element("ol", {class: "arena-ranking"});
  const words = element("p", {class: "fig-note", role: "status"});
  let shown = "";
  const ranking = () => parseRanking(paramsOf(trainer.run).guess);
  const move = (place: number, by: -1 | 1) => {
    setParam("guess", rankingText(moved(ranking(), place, by)));
    draw();
    const buttons = [...(list.children[place + by]?.querySelectorAll("button") ?? [])];
    const same = buttons[by < 0 ? 0 : 1];
    (same?.disabled ? buttons.find(({disabled}) => !disabled) : same)?.focus();
  };
  const draw = () => {
    const isFixed = trainer.run.step > 0;
    const now = ranking();
    const key = `${now} ${isFixed}`;
    if (key === shown) return;
    shown = key;
    list.replaceChildren(...now.map((name, place) => rowOf(now, name, place, isFixed, move)));
  };
  const follow = (run: RunRecord) => {
    draw();
    const distances = distancesOf(run);
    const isDone = distances !== undefined && run.step >= Number(paramsNow(run).maxSteps);
    setText(words, isDone ? comparison(ranking(), distances) : waiting(run));
  };
  return {
    tab: figureTab(
      "Your ranking",
      captioned(
        "Whose pictures will be nearest to real ones? The nearest first.",
        element("div", {class: "arena-judging"}, list, words),
        "full",
      ),
    ),
    follow,
  };
}

function rowOf(
  ranking: Ranking,
  name: Ranking[number],
  place: number,
  isFixed: boolean,
  move: (place: number, by: -1 | 1) => void,
): HTMLElement {
  const title = contenderNames[name];
  const up = button("↑", () => move(place, -1), `${title}: one place nearer`);
  const down = button("↓", () => move(place, 1), `${title}: one place farther`);
  up.disabled = isFixed || place === 0;
  down.disabled = isFixed || place === ranking.length - 1;
  return element("li", {}, element("span", {}, title), up, down);
}

function distancesOf({measurements}: RunRecord): PerContender<number> | undefined {
  const scalars = measurements.at(-1)?.scalars;
  return scalars && perContender((name) => scalars[`${name}Frechet`]!);
}

function comparison(guess: Ranking, distances: PerContender<number>): string {
  const truth = rankingOf(distances);
  const told = truth.map((name) => `${contenderNames[name]} ${distances[name].toFixed(0)}`);
  return `In this run: ${told.join(", ")}. Of the six pairs you have ${rightPairs(guess, truth)} in that order.`;
}

function waiting({step}: RunRecord): string {
  return step > 0
    ? "Your order stands. At the end of the run it is compared."
    : "Put them in order, then press Train.";
}
