/** What many answers come to, as tables with their sentences. */
import {element} from "../controls/element.js";
import {formatNumber} from "../controls/format.js";
import {type BarRow, barTable} from "../figures/bars/bar-table.js";
import {binomialInterval} from "../lib/metrics/binomial-interval.js";
import {bradleyTerry, type Ranking, winChance} from "../lib/metrics/bradley-terry.js";
import {orderAgreement} from "../lib/metrics/order-agreement.js";
import type {JudgedMetric} from "../lib/questions/judged-pictures.js";
import {
  comparisonsOf,
  type Found,
  foundReal,
  type Judgement,
  wonBy,
} from "../lib/questions/judgement.js";
import {makerTitle} from "../lib/questions/maker-name.js";
import {
  agreementWords,
  foundWords,
  intervalText,
  metricWords,
  perCent,
  rankingWords,
} from "./judging-words.js";
import type {JudgedMaker} from "./makers.js";

const guess = [0.5, 0.5] as const;

/** How often the real one was found, in all and by maker. */
export function foundResult(
  judgements: readonly Judgement[],
  makers: readonly JudgedMaker[],
): HTMLElement {
  const {all, by} = foundReal(judgements);
  const ids = namesOf(makers.slice(1), [...by.keys()]);
  const rows = [
    {name: "all", row: shareRow(all)},
    ...ids.map((id) => ({name: makerTitle(id), row: shareRow(by.get(id))})),
  ];
  const heads = ["made by", "the real one was found", "95 % interval"];
  return result(foundWords(all), {label: "found, by maker", heads, rows});
}

/** Makers from the strongest to the weakest, beside what a metric says of them. */
export function rankingResult(
  judgements: readonly Judgement[],
  makers: readonly JudgedMaker[],
): HTMLElement {
  const ranking = bradleyTerry(comparisonsOf(judgements));
  const words = [...rankingWords(ranking), ...agreement(ranking, makers)];
  const isRanked = ranking.state === "ranked";
  const won = wonBy(judgements);
  const ids = isRanked ? ranking.strengths.map(({id}) => id) : namesOf(makers, [...won.keys()]);
  const rows = ids.map((id) => ({
    name: makerTitle(id),
    row: withMetric(isRanked ? strengthRow(ranking, id) : shareRow(won.get(id)), id, makers),
  }));
  const share = isRanked ? "beats a middling one" : "won";
  const heads = ["made by", share, "95 % interval", "Fréchet"];
  const made = result(words, {label: "makers, the strongest first", heads, rows});
  if (judgements.length > 0) made.append(metricDetails(makers));
  return made;
}

interface Table {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly {readonly name: string; readonly row: BarRow}[];
}

function result(words: readonly string[], {label, heads, rows}: Table): HTMLElement {
  const names = rows.map(({name}) => name);
  const table = barTable({label, role: "judge", names, numbers: heads.length - 1, heads});
  table.show(rows.map(({row}) => row));
  const said = element(
    "div",
    {class: "judging-words"},
    ...words.map((text) => element("p", {}, text)),
  );
  const figure = element("div", {class: "fig fig-bar-table judging-table"}, table.element);
  return element("div", {}, figure, said);
}

function shareRow({right, rounds}: Found = {right: 0, rounds: 0}): BarRow {
  if (rounds === 0) return {reference: guess, numbers: ["", ""]};
  const interval = binomialInterval(right, rounds);
  return {
    ...{bar: [0, right / rounds], whisker: [interval.low, interval.high], reference: guess},
    numbers: [`${right} of ${rounds}`, intervalText(interval)],
  };
}

function strengthRow({strengths}: Extract<Ranking, {state: "ranked"}>, id: string): BarRow {
  const {strength, ...around} = strengths.find((each) => each.id === id)!;
  const [low, high] = [winChance(around.low), winChance(around.high)];
  return {
    ...{bar: [0, winChance(strength)], whisker: [low, high], reference: guess},
    numbers: [`${perCent(winChance(strength))} %`, intervalText({low, high})],
  };
}

function withMetric(row: BarRow, id: string, makers: readonly JudgedMaker[]): BarRow {
  const [first] = metricsOf(id, makers);
  const isTold = row.bar !== undefined;
  return {...row, numbers: [...row.numbers, first && isTold ? formatNumber(first.value) : ""]};
}

/** Of those makers that people and metrics have judged. */
function agreement(ranking: Ranking, makers: readonly JudgedMaker[]): readonly string[] {
  if (ranking.state !== "ranked") return [];
  const both = ranking.strengths.flatMap(({id, strength}) => {
    const metrics = metricsOf(id, makers);
    return metrics.length > 0 ? [{strength, metrics}] : [];
  });
  if (both.length < 2) return [];
  const strengths = both.map(({strength}) => strength);
  const agreed = both[0]!.metrics.map(({label, better}, i) => {
    const goodness = both.map(({metrics}) => metrics[i]!.value * (better === "lower" ? -1 : 1));
    return {label, ...orderAgreement(strengths, goodness)};
  });
  return [agreementWords(agreed)];
}

/** Every number with its interval and its floor, folded. */
function metricDetails(makers: readonly JudgedMaker[]): HTMLElement {
  const measured = makers.filter(({metrics}) => metrics);
  const lines = (measured[0]?.metrics ?? []).map((_, i) =>
    metricWords(measured.map(({id, metrics}) => ({id, metric: metrics![i]!}))),
  );
  return element(
    "details",
    {class: "judging-metrics"},
    element("summary", {}, "What the metrics say, with intervals and floors"),
    ...lines.map((text) => element("p", {}, text)),
  );
}

function metricsOf(id: string, makers: readonly JudgedMaker[]): readonly JudgedMetric[] {
  return makers.find((each) => each.id === id)?.metrics ?? [];
}

/** Makers of this page in their order, and others that were judged elsewhere. */
function namesOf(makers: readonly JudgedMaker[], judged: readonly string[]): readonly string[] {
  return [...new Set([...makers.map(({id}) => id), ...judged])];
}
