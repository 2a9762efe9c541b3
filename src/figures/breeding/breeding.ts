import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {
  type Creature,
  type Crossing,
  childrenOf,
  found,
  type Genome,
  genomeOf,
  genomeText,
} from "../../lib/breeding.js";
import type {ByteImages} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {redrawing} from "../redraw.js";
import {creatureCell} from "./creature-cell.js";
import {familyTree} from "./family-tree.js";

export interface BreedingOptions {
  readonly label: string;
  /** Numbers in a genome, and the picture [1, h, w, c] that one gives. */
  readonly size: number;
  readonly draw: (genome: Genome) => ByteImages;
  /** A genome to begin with, as a link has it. */
  readonly shared?: string | undefined;
  /** What a link to a genome is. */
  readonly linkTo: (text: string) => string;
}

const count = 12;
/** CSS pixels from which on a picture's pixel is three of them wide. */
const roomy = 620;
const strengths = {low: 0.1, usual: 0.45, high: 1} as const;

/** A grid of pictures to breed: the reader takes some, and their children take the places. */
export function breeding({label, size, draw, shared, linkTo}: BreedingOptions): HTMLElement {
  const random = new Random(7);
  const cells = Array.from({length: count}, (_, i) => creatureCell(draw, () => toggle(i)));
  const words = element("p", {class: "breeding-words", role: "status"});
  const tree = familyTree(draw);
  const id = uniqueId("mutation");
  const dial = element("input", {
    ...{type: "range", id, min: strengths.low, max: strengths.high, step: 0.05},
    value: String(strengths.usual),
  });
  const field = element("input", {
    ...{type: "text", class: "breeding-genome", "aria-label": "Genome", autocomplete: "off"},
    spellcheck: "false",
    maxLength: 200,
  });
  const link = element("a", {class: "breeding-link"}, "link to it");
  const before: (readonly Creature[])[] = [];
  let creatures: readonly Creature[] = found(count, size, random);
  let taken: readonly number[] = [];

  const show = (said = "") => {
    for (const [i, cell] of cells.entries()) cell.show(creatures[i]!, taken.includes(i));
    const last = creatures[taken.at(-1) ?? 0]!;
    tree.show(last);
    const text = genomeText(last.genome);
    field.value = text;
    link.href = linkTo(text);
    blend.disabled = cross.disabled = taken.length < 2;
    mutate.disabled = taken.length < 1;
    back.disabled = before.length === 0;
    setText(words, said || takenWords(taken.length));
  };
  const toggle = (i: number) => {
    taken = taken.includes(i) ? taken.filter((other) => other !== i) : [...taken, i];
    show();
  };
  const replace = (next: readonly Creature[], said: string) => {
    before.push(creatures);
    [creatures, taken] = [next, []];
    show(said);
  };
  const breed = (how: Crossing) => {
    const parents = taken.map((i) => creatures[i]!);
    const options = {count: count - parents.length, strength: Number(dial.value)};
    // Parents stay where they are, at the front, so that children can be compared with them.
    replace(
      [...parents, ...childrenOf(parents, how, options, random)],
      `${options.count} children, ${how}. Their parents stand first.`,
    );
  };
  const blend = button("Blend", () => breed("blended"));
  const cross = button("Cross", () => breed("crossed"));
  const mutate = button("Mutate", () => breed("mutated"));
  const others = button("New ones", () =>
    replace(found(count, size, random), "Twelve that nobody bred."),
  );
  const back = button("Back", () => {
    [creatures, taken] = [before.pop()!, []];
    show("One generation back.");
  });
  const take = (text: string) => {
    try {
      const genome = genomeOf(text, size);
      const first = {genome, parents: [], how: "found"} as const;
      replace([first, ...creatures.slice(1)], "The genome stands in the first place.");
    } catch (error) {
      setText(words, (error as Error).message);
    }
  };
  field.addEventListener("change", () => take(field.value));
  const root = element(
    "div",
    {class: "fig breeding"},
    element(
      "div",
      {class: "breeding-grid", role: "group", "aria-label": label},
      ...cells.map((cell) => cell.element),
    ),
    element("div", {class: "breeding-buttons"}, blend, cross, mutate, others, back),
    element("div", {class: "breeding-dial"}, element("label", {for: id}, "Mutation"), dial),
    words,
    tree.element,
    element("p", {class: "breeding-share"}, "Genome: ", field, " ", link),
  );
  const redraw = redrawing(root, (width) => {
    const scale = width >= roomy ? 3 : 2;
    for (const cell of cells) cell.draw(scale);
    tree.draw();
  });
  show();
  if (shared !== undefined) take(shared);
  redraw();
  return root;
}

function takenWords(count: number): string {
  if (count === 0) return "Take one or more: press them.";
  return count === 1 ? "One taken. Mutate it, or take another." : `${count} taken.`;
}
