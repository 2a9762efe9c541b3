import {type Judgement, mostJudgements, parseJudgement} from "../lib/questions/judgement.js";
import {itemsOf, type Reading} from "./reading.js";

/** Every answer that the reader gave to one question about pictures, in the order of time. */
export type Judgements = readonly Judgement[];

export function parseJudgementList(path: string, value: unknown, reading: Reading): Judgements {
  const date = (name: string, at: unknown) => reading.date(name, at);
  const parse = (name: string, item: unknown) => parseJudgement(name, item, date);
  return itemsOf(path, value, mostJudgements, parse, reading);
}
