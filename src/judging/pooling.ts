import {dropZone} from "../controls/drop-zone.js";
import {button, element} from "../controls/element.js";
import {counted} from "../controls/format.js";
import {download} from "../experiment/exports/download.js";
import {foundReal} from "../lib/questions/judgement.js";
import {
  type Answers,
  judgementFile,
  judgementFileLimit,
  parseJudgements,
  pooled,
} from "../lib/questions/judgement-file.js";
import {finished} from "../lib/questions/judging-plan.js";
import type {Shelf} from "../storage/shelf.js";
import type {JudgedMaker} from "./makers.js";
import {foundResult, rankingResult} from "./results.js";

export interface PoolingOptions {
  readonly makers: readonly JudgedMaker[];
  readonly shelf: Shelf;
  readonly now: () => Date;
}

/** What came of a file: its answers, or why there are none. */
export interface ReadFile {
  readonly name: string;
  readonly answers?: Answers;
  readonly words: string;
}

/** Saves the reader's answers as a file, and takes in such files of several judges. Nothing that is dropped is kept, sent or changed. */
export function pooling({makers, shelf, now}: PoolingOptions): HTMLElement {
  const list = element("ul", {class: "judging-files", role: "status"});
  const told = element("div", {class: "judging-pooled"});
  let files: readonly ReadFile[] = [];
  const show = () => {
    list.replaceChildren(...files.map(({name, words}) => element("li", {}, `${name}: ${words}`)));
    told.replaceChildren(...pooledParts(files, makers));
  };
  const take = async (dropped: readonly File[]) => {
    for (const file of dropped) {
      const read = await readFile(file);
      files = [...files, read];
    }
    show();
  };
  const forget = () => {
    files = [];
    show();
  };
  return element(
    "section",
    {class: "judging-pool", "aria-label": "Answers of several judges"},
    element(
      "div",
      {class: "judging-controls"},
      button("Save my answers as a file", () => void save(shelf, now())),
      button("Forget the files", forget),
    ),
    dropZone({
      class: "judging-drop",
      words: "Choose files of answers, or drop them here: ",
      accept: ".json,application/json",
      take,
    }),
    list,
    told,
  );
}

async function save(shelf: Shelf, at: Date): Promise<void> {
  const [found = [], ranked = []] = await Promise.all([
    shelf.get("judgements", "real-or-made"),
    shelf.get("judgements", "ranking"),
  ]);
  const date = at.toISOString();
  const text = judgementFile({"real-or-made": found, ranking: ranked}, date);
  download(`from-noise-judgements-${date.slice(0, 10)}.json`, text, "application/json");
}

/** Reads one file. It never throws. */
export async function readFile(file: Pick<File, "name" | "size" | "text">): Promise<ReadFile> {
  const {name, size} = file;
  if (size > judgementFileLimit)
    return {name, words: `left out, it is too large (at most ${judgementFileLimit / 1e6} MB)`};
  try {
    const all = parseJudgements(await file.text());
    const answers = {
      "real-or-made": finished(all["real-or-made"]),
      ranking: finished(all.ranking),
    };
    return {name, answers, words: fileWords(answers)};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {name, words: `left out, ${reason}. Choose a file that this page has saved, unchanged.`};
  }
}

function fileWords(answers: Answers): string {
  const count = answers["real-or-made"].length + answers.ranking.length;
  if (count === 0) return "no sitting that was finished";
  const {right, rounds} = foundReal(answers["real-or-made"]).all;
  const found = rounds > 0 ? `, the real one found in ${right} of ${rounds}` : "";
  return `${counted(count, "answer")}${found}`;
}

function pooledParts(files: readonly ReadFile[], makers: readonly JudgedMaker[]): HTMLElement[] {
  const read = files.flatMap(({answers}) => (answers ? [answers] : []));
  if (read.length === 0) return [];
  const {answers, again} = pooled(read);
  const twice = again > 0 ? ` ${counted(again, "answer")} came more than once and count once.` : "";
  return [
    element("p", {}, `${counted(read.length, "file")} pooled.${twice}`),
    foundResult(answers["real-or-made"], makers),
    rankingResult(answers.ranking, makers),
  ];
}
