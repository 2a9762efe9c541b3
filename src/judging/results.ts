/** What many answers come to, as tables with their sentences. */
import {element} from "../controls/element.js";
import {formatNumber} from "../controls/format.js";
import {type BarRow, barTable} from "../figures/bars/bar-table.js";
import {binomialInterval} from "../lib/metrics/binomial-interval.js";
import {bradleyTerry, type Ranking, winChance} from "../lib/metrics/bradley-terry.js";
import {orderAgreement} from "../lib/metrics/order-agreement.js";
import {
  comparisonsOf,
  type Found,
  foundReal,
  type Judgement,
  wonBy,
} from "../lib/questions/judgement.js";
import {makerTitle} from "../lib/questions/maker-name.js";
import {agreementWords, foundWords, intervalText, perCent, rankingWords} from "./judging-words.js";
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
  return result(words, {label: "makers, the strongest first", heads, rows});
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
  const {frechet} = makers.find((each) => each.id === id) ?? {};
  const isTold = row.bar !== undefined;
  return {...row, numbers: [...row.numbers, frechet && isTold ? formatNumber(frechet.value) : ""]};
}

/** Of those makers that both have judged. */
function agreement(ranking: Ranking, makers: readonly JudgedMaker[]): readonly string[] {
  if (ranking.state !== "ranked") return [];
  const both = ranking.strengths.flatMap(({id, strength}) => {
    const {frechet} = makers.find((each) => each.id === id) ?? {};
    return frechet ? [{strength, frechet: frechet.value}] : [];
  });
  if (both.length < 2) return [];
  const agreed = orderAgreement(
    both.map(({strength}) => strength),
    both.map(({frechet}) => -frechet),
  );
  return [agreementWords(agreed)];
}

/** Makers of this page in their order, and others that were judged elsewhere. */
function namesOf(makers: readonly JudgedMaker[], judged: readonly string[]): readonly string[] {
  return [...new Set([...makers.map(({id}) => id), ...judged])];
}
