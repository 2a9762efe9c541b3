import {element} from "../../controls/element.js";
import {offeredChoice} from "../../controls/offered-choice.js";
import type {ByteImages} from "../../lib/image.js";
import type {Pair} from "../../lib/metrics/closest-pairs.js";
import {equalPictures} from "../../lib/metrics/equal-pictures.js";
import {type Inspect, sampleGrid} from "../sheet/sample-grid.js";
import {summarised} from "../summary.js";
import type {ExploredSplit} from "./explored-set.js";
import {balanceText, pageText, searchText} from "./explorer-text.js";
import {pager} from "./pager.js";
import {setFacts} from "./set-facts.js";
import {pairPictures, type ShownPictures, setPictures} from "./shown-pictures.js";

export interface DataExplorerOptions {
  readonly label: string;
  /** Names with their words. */
  readonly sets: readonly (readonly [name: string, words: string])[];
  load(name: string): Promise<ExploredSplit>;
  /** The closest pairs, and how many pictures have been compared on the way. */
  search(
    first: ByteImages,
    second: ByteImages | undefined,
    tell: (done: number) => void,
  ): Promise<readonly Pair[]>;
}

const views = {
  set: "as they come",
  pairs: "closest pairs first",
  split: "closest to the other part",
} as const;
type View = keyof typeof views;

/** Columns and rows of the sheet, and CSS pixels per picture pixel. */
const wide = {columns: 10, rows: 7, scale: 2};
const narrow = {columns: 4, rows: 5, scale: 2};

/** Sets of pictures to leaf through: by kind, with what is close to what, how many of each, and whose they are. */
export async function dataExplorer(options: DataExplorerOptions): Promise<HTMLElement> {
  const {label, sets, load, search} = options;
  const setChoice = offeredChoice("Set", () => void open().catch(sorry));
  const sortChoice = offeredChoice("Sorted by", () => showKinds());
  const kindChoice = offeredChoice("Show", () => showSet());
  const viewChoice = offeredChoice("Order", () => void showView().catch(sorry));
  const place = element("div", {class: "fig-explorer-sheet"});
  const facts = setFacts();
  const turner = pager("pictures", (to) => turn(to));
  const root = element(
    "div",
    {class: "fig fig-explorer"},
    element(
      "div",
      {class: "fig-explorer-dials"},
      ...[setChoice, sortChoice, kindChoice, viewChoice].map(({row}) => row),
    ),
    place,
    turner.element,
    facts.element,
  );
  const summarise = summarised(root, label);
  const found = new Map<string, Promise<readonly Pair[]>>();
  const phone = matchMedia("(max-width: 40rem)");
  const shape = () => (phone.matches ? narrow : wide);
  const perPage = () => shape().columns * shape().rows;
  let split: ExploredSplit;
  let equalGroups = 0;
  let shown: ShownPictures;
  let first = 0;

  const open = async () => {
    const name = setChoice.value();
    const next = await load(name);
    if (name !== setChoice.value()) return;
    split = next;
    const {set, other} = split;
    equalGroups = equalPictures(set.images).length;
    sortChoice.offer(set.sortings.map((sorting, i) => [String(i), sorting.label]));
    sortChoice.row.hidden = set.sortings.length === 1;
    const offered = Object.entries(views).filter(([view]) => view !== "split" || other);
    viewChoice.offer(offered);
    viewChoice.choose("set");
    showKinds();
  };
  const showKinds = () => {
    const {options} = split.set.sortings[sortChoice.index()]!;
    kindChoice.offer([["all", "all"], ...options.map((each, i) => [String(i), each] as const)]);
    kindChoice.choose("all");
    showSet();
  };
  const option = () => (kindChoice.value() === "all" ? undefined : kindChoice.index());
  const showSet = () => {
    viewChoice.choose("set");
    show(setPictures(split.set, sortChoice.index(), option()));
  };
  const showView = async () => {
    const view = viewChoice.value() as View;
    if (view === "set") return showSet();
    kindChoice.choose("all");
    const key = `${setChoice.value()} ${view}`;
    const isChosen = () => key === `${setChoice.value()} ${viewChoice.value()}`;
    const {set, other} = split;
    const second = view === "split" ? await other?.() : undefined;
    const tell = (done: number) => {
      if (isChosen()) turner.show(0, 1, searchText(done, set.images.shape[0]));
    };
    const known = found.get(key) ?? search(set.images, second?.images, tell);
    found.set(key, known);
    const pairs = await known;
    if (isChosen()) show(pairPictures(pairs, set, second ?? set));
  };
  const show = (next: ShownPictures) => {
    shown = next;
    facts.show(split.set, sortChoice.index(), option(), equalGroups);
    turn(0);
  };
  const newGrid = () =>
    sampleGrid({
      label: `${split.set.title}, a page of pictures`,
      role: "real",
      ...shape(),
      side: split.set.images.shape[1],
      nearestName: shown.nearestName,
      named: (index) => shown.named(first + index),
      onInspect: inspect,
    });
  const inspect: Inspect = Object.assign(async (index: number) => shown.nearest(first + index), {
    isReady: () => true,
  });
  const turn = (page: number) => {
    first = page * perPage();
    const count = Math.min(perPage(), shown.count - first);
    // A new sheet for each page, so that nothing of another page's pictures stays beside it.
    const grid = newGrid();
    place.replaceChildren(grid);
    grid.update({images: shown.at(first, count)});
    const {together} = shown;
    const noun = together === 2 ? "pair" : "picture";
    const words = pageText(first / together, count / together, shown.count / together, noun);
    turner.show(page, Math.ceil(shown.count / perPage()), words);
    summarise(
      `${split.set.title}, ${words}. ${balanceText(split.set.sortings[sortChoice.index()]!)}`,
    );
  };
  const sorry = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    place.replaceChildren(
      element("p", {role: "alert"}, `This set could not be loaded (${reason}). Choose it again.`),
    );
  };
  setChoice.offer(sets);
  await open();
  phone.addEventListener("change", () => turn(Math.floor(first / perPage())));
  return root;
}
