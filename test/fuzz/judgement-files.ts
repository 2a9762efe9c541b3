/** Files of judgements that a teacher drops: each is pooled whole, or refused with a line, and never changes what another says. */

import {bradleyTerry} from "../../lib/metrics/bradley-terry.js";
import {comparisonsOf, foundReal, type Judgement} from "../../lib/questions/judgement.js";
import {
  type Answers,
  judgementFile,
  parseJudgements,
  pooled,
} from "../../lib/questions/judgement-file.js";
import {shapeOf} from "./fuzz.js";
import {mutateJson} from "./mutate-json.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Taken extends Outcome {
  readonly count: number;
  readonly of: number;
}

interface Refused extends Outcome {
  readonly message: string;
}

const at = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, 0, n)).toISOString();
const makers = ["real", "gan-digits", "vae-digits"] as const;
const judgement = (n: number): Judgement => ({
  ...{at: at(n), left: makers[n % 3]!, right: makers[(n + 1) % 3]!},
  choice: n % 4 === 3 ? "tie" : n % 2 ? "left" : "right",
});
const listed = (from: number, count: number) =>
  Array.from({length: count}, (_, n) => judgement(from + n));
const ours: Answers = {"real-or-made": listed(0, 5), ranking: listed(10, 12)};

export const judgementFiles: Target<Taken | Refused> = {
  name: "judgement files",
  seeds: [judgementFile(ours, at(99)), judgementFile({...ours, ranking: []}, at(99))],
  mutate: mutateJson,
  run(text) {
    try {
      const file = parseJudgements(text);
      const {answers, again} = pooled([ours, file]);
      const ranking = bradleyTerry(comparisonsOf(answers.ranking));
      foundReal(answers["real-or-made"]);
      const count = sizeOf(answers) + again;
      return {kind: `taken ${ranking.state}`, count, of: sizeOf(ours) + sizeOf(file)};
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return {kind: shapeOf(error.message), message: error.message};
    }
  },
  holds(outcome) {
    if ("message" in outcome) return messageProblem(outcome.message);
    return outcome.count === outcome.of ? undefined : "judgements that are gone";
  },
};

function sizeOf(answers: Answers): number {
  return answers["real-or-made"].length + answers.ranking.length;
}
