import {FileAttachment} from "observablehq:stdlib";
import {element} from "../controls/element.js";
import {styleSheet} from "../controls/style-sheet.js";
import * as grading from "../exercise/grading.js";
import {dueQuestions} from "../exercise/live-recall.js";
import {recallCard} from "../exercise/recall-card.js";
import {allQuestions} from "../exercise/recall-files.js";
import {eraseOwnPictures} from "../own/own-sets.js";
import {forgetJournals} from "../storage/journal.js";
import {forgetSeed} from "../storage/own-seed.js";
import {keepThreads} from "../storage/own-threads.js";
import {shelf} from "../storage/shelf.js";
import {storageNotice} from "../storage/storage-notice.js";
import {chapters, exerciseOrder} from "./chapters.js";
import {doneTable} from "./done-table.js";
import {eraseControl} from "./erase.js";
import {setAsideLine} from "./set-aside-line.js";
import type {Offer} from "./strengths.js";
import {inOrder, strengths} from "./strengths.js";
import {strengthsChart} from "./strengths-chart.js";
import {transferControls} from "./transfer.js";

const now = () => new Date();

/** The reader's progress: a picture and a table, kept up to date, whichever tab changes it. */
export async function done(): Promise<HTMLElement> {
  const offer: Offer = {
    exercises: inOrder(grading.exercises, exerciseOrder),
    questions: await allQuestions(),
    chapters,
  };
  await styleSheet(FileAttachment("./progress.css").href);
  const chart = strengthsChart();
  const table = element("div", {});
  const update = async () => {
    const results = Object.fromEntries(await shelf().all("results"));
    const recalls = Object.fromEntries(await shelf().all("recalls"));
    chart.update(strengths(offer, {results, recalls}));
    table.replaceChildren(doneTable(offer, {results, recalls}));
  };
  shelf().subscribe(() => void update());
  await update();
  return element("div", {class: "progress"}, storageNotice(shelf(), now), chart, table);
}

/** Every question that is due. */
export async function due(): Promise<HTMLElement> {
  const questions = await dueQuestions();
  if (questions.length === 0)
    return element(
      "p",
      {class: "nothing-due"},
      "Nothing is due now. A question that you answer in a chapter comes back here some days later.",
    );
  const options = {shelf: shelf(), now};
  return element("div", {class: "due"}, ...questions.map((each) => recallCard(each, options)));
}

/** Export, import, erase. */
export function keep(): HTMLElement {
  const worth = grading.exercises.map((each) => [each.slug, each.maxPoints] as const);
  const maxPoints = Object.fromEntries(worth);
  return element(
    "div",
    {class: "progress-keep"},
    setAsideLine(shelf()),
    transferControls({shelf: shelf(), now, maxPoints}),
    eraseControl(async () => {
      forgetJournals();
      forgetSeed();
      keepThreads(undefined);
      await eraseOwnPictures();
      await shelf().clear();
    }),
  );
}
