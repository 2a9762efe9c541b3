import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {download} from "../../experiment/exports/download.js";
import {captioned} from "../../experiment/panels/captions.js";
import type {FigureTab, ViewHost} from "../../experiment/view.js";
import {allMakers} from "../../judging/makers.js";
import {textOf} from "../../lib/text-array.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {arenaParams} from "./arena-params.js";
import {arenaSheet} from "./arena-sheet.js";
import {contestForm} from "./contest-form.js";
import {type arena, mostMeeting} from "./experiment.js";
import {givenInputs} from "./given-sets.js";
import {type ListedMaker, makerList} from "./maker-list.js";
import {
  meetingCosts,
  meetingOrder,
  meetingTitle,
  remarksOf,
  saidOfMeeting,
  whatIsMissing,
} from "./meeting-words.js";
import {type ScoreRow, scoreRows} from "./scores-rows.js";
import {scoresTable} from "./scores-table.js";
import {subjectInputs} from "./subject-files.js";

type Host = Pick<
  ViewHost<ExchangeOf<typeof arena>, typeof arenaParams>,
  "ask" | "paramsOf" | "trainer"
>;

interface Meeting {
  readonly makers: readonly ListedMaker[];
  readonly rows: readonly ScoreRow[];
  readonly words: string;
  /** The same, for the sheet. */
  readonly made: string;
}

/** Two to four runs of any experiments that make pictures of one kind, the reader's own first: their kept pictures before all judges. */
export function ownRunsTab({ask, paramsOf, trainer}: Host): FigureTab {
  const table = scoresTable("those chosen");
  const note = element("p", {class: "fig-note", role: "status"});
  const judge = button("Judge those chosen", () => void judgeChosen());
  const save = button("Save the sheet", () => meeting && void saveSheet(meeting));
  const list = makerList(() => draw());
  let meeting: Meeting | undefined;
  let isJudging = false;
  const draw = () => {
    const missing = whatIsMissing(list.chosen());
    judge.disabled = isJudging || missing !== undefined;
    save.disabled = meeting === undefined;
    if (!isJudging) setText(note, missing ?? meeting?.words ?? "Press to have them judged.");
  };
  const judgeChosen = async () => {
    const makers = list.chosen();
    isJudging = true;
    draw();
    setText(note, "Judging …");
    try {
      const inputs = givenInputs(makers.map(({images}) => images));
      const known = await subjectInputs(makers[0]!.subject);
      const {scores, remarks} = await ask("judgeGiven", {...inputs, ...known});
      const {watts} = paramsOf(trainer.run);
      const rows = [...scoreRows(scores.data, makers.length), ...meetingCosts(makers, watts)];
      const [count] = inputs.count.data;
      const said = remarksOf(textOf(remarks), makers);
      const words = (where: string) => saidOfMeeting(count!, where, said);
      meeting = {makers, rows, words: words("In small type"), made: words("In brackets")};
      table.draw(
        makers.map(({title}) => title),
        rows,
      );
      isJudging = false;
      draw();
    } catch (error) {
      isJudging = false;
      draw();
      setText(note, (error as Error).message);
    }
  };
  let all: readonly ListedMaker[] = [];
  let isAsked = false;
  const fetchOnce = async () => {
    if (isAsked) return;
    isAsked = true;
    try {
      const makers = await allMakers();
      all = meetingOrder(makers).map((maker) => ({...maker, title: meetingTitle(maker)}));
      const alike = all.filter(({subject}) => subject === all[0]!.subject);
      list.show(all, idsOf(alike).slice(0, 2));
    } catch (error) {
      isAsked = false; // the next opening tries again
      setText(note, (error as Error).message);
    }
  };
  /** Those trained just now are chosen, and as many of those that were as there is room for. */
  const add = (maker: ListedMaker) => {
    const isAlike = ({subject}: ListedMaker) => subject === maker.subject;
    const before = list.chosen().filter((each) => !each.cost && isAlike(each));
    all = [maker, ...all.filter(({id}) => id !== maker.id)];
    const trained = all.filter((each) => each.cost && isAlike(each));
    list.show(all, idsOf([...trained, ...before]).slice(0, mostMeeting));
  };
  draw();
  const figure = captioned(
    "Pictures of runs that this browser keeps, and of the course’s: digits at 14 by 14 pixels, clothes, faces or emoji, each kind before judges that know it.",
    element(
      "div",
      {class: "arena-judging"},
      list.element,
      contestForm(add),
      element("div", {class: "arena-buttons"}, judge, save),
      note,
      table.element,
    ),
    "full",
  );
  return {
    title: "Your runs",
    figures: [{name: "Your runs", figure}],
    onopen: () => void fetchOnce(),
  };
}

function idsOf(makers: readonly ListedMaker[]): readonly string[] {
  return makers.map(({id}) => id);
}

async function saveSheet({makers, rows, made}: Meeting): Promise<void> {
  const canvas = arenaSheet(
    makers.map(({title, images}) => ({name: title, images})),
    rows,
    made,
  );
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) download("your-runs.png", blob, "image/png");
}
