/** What many answers come to, in sentences. */
import {counted, formatNumber} from "../controls/format.js";
import {binomialInterval, guessingChance, type Interval} from "../lib/metrics/binomial-interval.js";
import type {Ranking} from "../lib/metrics/bradley-terry.js";
import type {OrderAgreement} from "../lib/metrics/order-agreement.js";
import type {JudgedMetric} from "../lib/questions/judged-pictures.js";
import type {Found} from "../lib/questions/judgement.js";
import {roundCount} from "../lib/questions/judging-plan.js";
import {makerTitle} from "../lib/questions/maker-name.js";

/** "46 to 88 %". */
export function intervalText({low, high}: Interval): string {
  return `${perCent(low)} to ${perCent(high)} %`;
}

export function perCent(share: number): string {
  return String(Math.round(100 * share));
}

/** Sentences about how often the real picture was found. */
export function foundWords({right, rounds}: Found): readonly string[] {
  if (rounds === 0) return [`What came of it is told after ${roundCount} rounds, not before.`];
  const interval = binomialInterval(right, rounds);
  const share = perCent(right / rounds);
  return [
    `The real one was found in ${right} of ${counted(rounds, "round")}: ${share} %. Exact 95 % interval (Clopper and Pearson): ${intervalText(interval)}.`,
    guessingWords(interval, guessingChance(right, rounds)),
  ];
}

function guessingWords(interval: Interval, chance: number): string {
  const often = chance < 0.001 ? "in less than 0.1 %" : `in ${shareText(chance)} %`;
  const rare = `Who only guesses comes as far from 50 %, or farther, ${often} of such experiments.`;
  if (interval.low > 0.5)
    return `Guessing, 50 %, lies below it: the pictures can be told apart. ${rare}`;
  if (interval.high < 0.5)
    return `Guessing, 50 %, lies above it: the made ones look more real than the real ones. ${rare}`;
  return `Guessing, 50 %, lies within it: so many rounds don’t show that the pictures can be told apart. ${rare}`;
}

function shareText(chance: number): string {
  return 100 * chance < 10 ? (100 * chance).toFixed(1) : perCent(chance);
}

/** Sentences about a ranking, or about why there is none. */
export function rankingWords(ranking: Ranking): readonly string[] {
  switch (ranking.state) {
    case "none":
      return [`What came of it is told after ${roundCount} rounds, not before.`];
    case "apart":
      return [
        `There is no ranking of all, for no comparison links these groups: ${groupsText(ranking.groups, "; ")}. Strengths are only known within each. Judge more pairs, or pool these answers with others.`,
      ];
    case "levels":
      return [
        `There is an order, from the top, and no distances: ${groupsText(ranking.groups, ", then ")}.`,
        "Each group has won every comparison against those after it. So the larger the distance, the better it fits, without end. One exception is enough for a number: judge more pairs. Until then the bars are shares of comparisons won.",
      ];
    case "ranked":
      return [toldApart(ranking)];
  }
}

function toldApart({strengths, difference}: Extract<Ranking, {state: "ranked"}>): string {
  const ids = strengths.map(({id}) => id);
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => difference(a, b)));
  const apart = pairs.filter(({low}) => low > 0).length;
  const first = `Strongest: ${makerTitle(ids[0]!)}.`;
  const of = counted(pairs.length, "pair");
  if (apart === 0)
    return `${first} Of ${of} of makers these answers tell none apart: the 95 % interval of each difference has 0 in it, so that the whole order may be chance.`;
  const rest = apart < pairs.length ? " Of the others the order may be chance." : "";
  return `${first} Of ${of} of makers these answers tell ${apart} apart: there the 95 % interval of the difference leaves out 0.${rest}`;
}

function groupsText(groups: readonly (readonly string[])[], between: string): string {
  return groups.map((group) => group.map(makerTitle).join(" and ")).join(between);
}

/** A metric of each maker, with its intervals and its floor. */
export function metricWords(
  measured: readonly {readonly id: string; readonly metric: JudgedMetric}[],
): string {
  const [{metric}] = measured as [(typeof measured)[0]];
  const band = ({low, high}: Interval) => `${formatNumber(low)} to ${formatNumber(high)}`;
  const each = measured.map(
    ({id, metric: {value, interval}}) =>
      `${makerTitle(id)} ${formatNumber(value)} (${band(interval)})`,
  );
  return `${metric.label}, ${metric.better} is better, floor ${band(metric.floor)}: ${each.join("; ")}.`;
}

/** How far people and each of several metrics agree on the order of makers. */
export function agreementWords(
  agreed: readonly (OrderAgreement & {readonly label: string})[],
): string {
  const each = agreed.map(({label, same, luck}) => {
    const chance = luck < 0.01 ? "less than 1" : perCent(luck);
    return `${label} ${same} (${chance} % of all orders do as well)`;
  });
  return `Of ${counted(agreed[0]!.pairs, "pair")} of makers, so many stand in the same order for people and for a metric: ${each.join("; ")}.`;
}
