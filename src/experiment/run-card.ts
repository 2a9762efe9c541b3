import {button, element, uniqueId} from "../controls/element.js";
import {offeredChoice} from "../controls/offered-choice.js";
import {setText} from "../controls/set-text.js";
import {assumedWatts, laptopWatts} from "../lib/energy.js";
import {isOwnName} from "../lib/own-name.js";
import {download} from "./exports/download.js";
import {pageLife} from "./page-life.js";
import {manifestEntry} from "./picture-file.js";
import {type PageExperiment, whenRegistered} from "./registry.js";
import type {RunRecord} from "./run/run-record.js";
import {cardJson, cardMarkdown} from "./run-card-files.js";
import {type CardFacts, type CardRow, type CardSource, cardRows} from "./run-card-rows.js";

const [leastWatts, mostWatts] = [1, 1000];
const mostLetters = 300;

/**
 * A model card of a run of the experiment called `id`, which stands on the same page: the reader's, an earlier one, or the recorded one. It fills itself in as
 * the run goes on, and can be copied and saved.
 */
export function runCard(id: string): HTMLElement {
  const list = element("dl", {class: "run-card-rows"});
  const empty = element("p", {class: "run-card-empty"});
  const choice = offeredChoice("The card of", () => redraw());
  const watts = element("input", {
    ...{
      id: uniqueId("watts"),
      type: "number",
      value: assumedWatts,
      min: leastWatts,
      max: mostWatts,
    },
    oninput: () => redraw(),
  });
  const meantFor = element("input", {
    ...{id: uniqueId("meant"), type: "text", maxlength: mostLetters, oninput: () => redraw()},
    value: "to learn how such a model is made, and for nothing that touches anybody",
  });
  const wrong = element("p", {class: "run-card-wrong", role: "status"});
  const said = element("p", {class: "run-card-said", role: "status"});
  const files = element(
    "p",
    {class: "run-card-files"},
    button("Copy", () => void copy(), "Copy the card as Markdown"),
    button("Save as Markdown", () => void save("md", "text/markdown")),
    button("Save as JSON", () => void save("json", "application/json")),
  );
  const labelled = (words: string, input: HTMLInputElement) =>
    element("p", {class: "run-card-field"}, element("label", {for: input.id}, words), input);
  const card = element(
    "section",
    {class: "run-card", "aria-label": "The card of a run"},
    choice.row,
    labelled("It is meant for", meantFor),
    labelled("Your machine takes, in watts", watts),
    wrong,
    empty,
    list,
    files,
    said,
  );
  let page: PageExperiment | undefined;
  let shown: {readonly facts: CardFacts; readonly rows: readonly CardRow[]} | undefined;
  let drawings = 0;

  /** Of the card as it is now: what is copied and saved waits for it. */
  let drawn = Promise.resolve();
  const redraw = () => {
    drawn = draw();
  };
  const draw = async () => {
    if (!page) return;
    const number = ++drawings;
    offerRuns();
    const power = Number(watts.value);
    const isLegal = power >= leastWatts && power <= mostWatts;
    setText(wrong, isLegal ? "" : wrongPower(watts.value));
    if (!isLegal) return;
    const facts = await factsOf(page, choice.value(), meantFor.value.trim(), power);
    if (number !== drawings) return; // the card of another run, or of this one later
    show(facts);
  };
  const show = (facts: CardFacts | undefined) => {
    const rows = facts ? cardRows(facts) : [];
    shown = facts && rows.length > 0 ? {facts, rows} : undefined;
    empty.hidden = rows.length > 0;
    setText(
      empty,
      choice.value() === "recorded"
        ? "The recorded run could not be read."
        : "Train the experiment above: its card is filled in from your run.",
    );
    files.hidden = rows.length === 0;
    list.replaceChildren(...rows.flatMap(rowElements));
    setText(said, "");
  };
  const offerRuns = () => {
    const {run, history} = page!.trainer;
    choice.offer([
      ["now", `your run (run ${run.number})`],
      ...history.map((each): [string, string] => [String(each.number), `run ${each.number}`]),
      ["recorded", "the recorded run"],
    ]);
  };
  const copy = async () => {
    await drawn;
    if (!shown) return;
    const text = cardMarkdown(shown.facts.experiment.title, shown.rows);
    await navigator.clipboard.writeText(text).then(
      () => setText(said, "Copied."),
      () => setText(said, "The browser does not let the page copy. Save the card instead."),
    );
  };
  const save = async (ending: "md" | "json", type: string) => {
    await drawn;
    if (!shown) return;
    const {facts, rows} = shown;
    const name = `${id}-card.${ending}`;
    download(
      name,
      ending === "md" ? cardMarkdown(facts.experiment.title, rows) : cardJson(facts),
      type,
    );
    setText(said, `${name}: saved.`);
  };
  const follow = (arrived: PageExperiment) => {
    page = arrived;
    arrived.trainer.subscribe((changed) => {
      if (changed === "measurement" || changed === "status" || changed === "run") redraw();
    });
    redraw();
  };
  show(undefined);
  whenRegistered(id, follow, pageLife(card));
  return card;
}

/** Undefined where there is no such run. */
async function factsOf(
  {trainer, recorded}: PageExperiment,
  name: string,
  meantFor: string,
  watts: number,
): Promise<CardFacts | undefined> {
  const {experiment, history, started} = trainer;
  const run =
    name === "now"
      ? trainer.run
      : name === "recorded"
        ? await recorded()
        : history.find(({number}) => String(number) === name);
  if (!run) return undefined;
  const files = filesOf(run, trainer);
  const [sources, judges] = await Promise.all([
    Promise.all(files.filter((name) => !isJudge(name)).map(sourceOf)),
    Promise.all(files.filter(isJudge).map(sourceOf)),
  ]);
  const weights = name === "now" ? started?.weights : undefined;
  return {experiment, run, weights, sources, judges, meantFor, watts};
}

function filesOf(run: RunRecord, {experiment}: PageExperiment["trainer"]): readonly string[] {
  return run.step > 0 ? experiment.files(run.params) : [];
}

/** A classifier of the course, which no run learns from. */
function isJudge(name: string): boolean {
  return name.startsWith("classifier-");
}

function sourceOf(name: string): Promise<CardSource> {
  return isOwnName(name) ? Promise.resolve(ownSource(name)) : manifestEntry(name);
}

/** Of pictures of the reader's own, which nobody here has seen. */
function ownSource(name: string): CardSource {
  return {
    title: `your own pictures (${name})`,
    author: "you, or those whom you have them from",
    licence: "say yourself what they allow",
  };
}

function wrongPower(value: string): string {
  return `invalid power: ${value || "nothing"} (a number of watts from ${leastWatts} to ${mostWatts}; a laptop takes some ${laptopWatts.low} to ${laptopWatts.high})`;
}

function rowElements([term, text]: CardRow): readonly HTMLElement[] {
  return [element("dt", {}, term), element("dd", {}, text)];
}
