import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab} from "../../experiment/panels/captions.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {textOf} from "../../lib/text-array.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {type arenaParams, ratesOf} from "./arena-params.js";
import {contenderNames, contenders, stepsBy} from "./contenders.js";
import {type arena, judgedCount} from "./experiment.js";
import {type Costs, costRows, type ScoreRow, scoreRows} from "./scores-rows.js";
import {scoresTable} from "./scores-table.js";

type Host = ViewHost<ExchangeOf<typeof arena>, typeof arenaParams>;

const names = contenders.map((name) => contenderNames[name]);

/** What was judged, after so many turns. */
interface Judged {
  readonly turns: number;
  readonly scores: readonly ScoreRow[];
  readonly costs: Omit<Costs, "watts">;
  readonly remarks: string;
}

/** The scores of the live run, with intervals and floors, when the reader asks for them; and what each of the four has cost. */
export function judgingTab({trainer, ask, paramsOf}: Host) {
  const table = scoresTable("the four");
  const note = element("p", {class: "fig-note", role: "status"});
  const judge = button(`Judge ${judgedCount} pictures of each`, () => void judgeAll());
  const isReady = isAtWork(trainer);
  let judged: Judged | undefined;
  let of: RunRecord | undefined;
  let isJudging = false;
  const rows = () =>
    judged
      ? [...judged.scores, ...costRows({...judged.costs, watts: paramsOf(trainer.run).watts})]
      : [];
  const draw = () => {
    table.draw(names, rows());
    judge.disabled = isJudging || !isReady() || trainer.run.step === 0;
    if (!isJudging) setText(note, judged ? said(judged) : invitation(!judge.disabled));
  };
  const judgeAll = async () => {
    const [run, turns] = [trainer.run, trainer.position];
    judge.disabled = isJudging = true;
    setText(note, `Drawing and judging ${judgedCount} pictures of each …`);
    try {
      const count = {data: Float32Array.of(judgedCount), shape: [1]};
      const {scores, drawMs, remarks} = await ask("judge", {count});
      const costs = {...(await spent(run, turns)), drawing: drawingOf(drawMs.data)};
      if (run !== trainer.run) return;
      judged = {turns, scores: scoreRows(scores.data), costs, remarks: textOf(remarks)};
      isJudging = false;
      draw();
    } catch (error) {
      setText(note, (error as Error).message);
    } finally {
      isJudging = false;
      judge.disabled = !isReady();
    }
  };
  /** The worker's times are those of this session, which may have begun at a checkpoint. */
  const spent = async (run: RunRecord, turns: number) => {
    const {ms, steps: timed, weights} = await ask("spent", {});
    const rates = ratesOf(paramsOf(run));
    const steps = contenders.map((name) => stepsBy(turns, rates[name]));
    const seconds = steps.map((count, i) => secondsOf(count, ms.data[i]!, timed.data[i]!));
    return {seconds, steps, weights: [...weights.data]};
  };
  draw();
  return {
    tab: figureTab(
      "Scores",
      captioned(
        "What the pictures of all four are worth, and what they cost.",
        element("div", {class: "arena-judging"}, judge, note, table.element),
        "full",
      ),
    ),
    /** What was judged after so many turns; nothing where nothing was. */
    rowsAt: (turns: number) => (judged?.turns === turns ? rows() : []),
    follow() {
      if (trainer.run !== of) judged = undefined;
      of = trainer.run;
      draw();
    },
  };
}

function secondsOf(count: number, ms: number, timed: number): number {
  return timed > 0 ? (count * ms) / timed / 1000 : 0;
}

function drawingOf(ms: Float32Array): Costs["drawing"] {
  return {count: judgedCount, seconds: Array.from(ms, (each) => each / 1000)};
}

function invitation(canJudge: boolean): string {
  return canJudge
    ? "Best at the end of the run. Drawing and judging takes some seconds."
    : "Your own run is judged: press Train first.";
}

function said({turns, remarks}: Judged): string {
  return `After ${turns} turns, ${judgedCount} pictures of each. In small type: the interval of 95 %. ${remarks}`;
}
