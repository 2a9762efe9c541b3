import {element} from "../../controls/element.js";
import type {Creature, Genome} from "../../lib/breeding.js";
import type {ByteImages} from "../../lib/image.js";
import {pictureCell} from "../picture-cell.js";
import {pictureOf} from "./creature-cell.js";

const side = 32;
/** Generations shown, and ancestors of each at most. */
const [generations, most] = [4, 8] as const;

/** A creature and its ancestors, a row for each generation, the eldest first. */
export function familyTree(draw: (genome: Genome) => ByteImages) {
  const rows = element("ol", {class: "breeding-rows"});
  const root = element(
    "details",
    {class: "breeding-tree", open: true},
    element("summary", {}, "Family tree of the last one taken"),
    rows,
  );
  let shown: Creature | undefined;
  const redraw = () => {
    if (shown) rows.replaceChildren(...ancestorsOf(shown).map(row).reverse());
  };
  const row = (creatures: readonly Creature[]) =>
    element(
      "li",
      {},
      ...creatures.slice(0, most).map((creature) => {
        const cell = pictureCell(side, side, 1, {role: "generated"});
        cell.draw(pictureOf(creature, draw), 0, 1);
        return cell.element;
      }),
      element("span", {}, rowWords(creatures)),
    );
  return {
    element: root,
    show(creature: Creature) {
      if (creature === shown) return;
      shown = creature;
      redraw();
    },
    draw: redraw,
  };
}

/** The creature alone, its parents, theirs, and so on; each ancestor once in a row. */
export function ancestorsOf(creature: Creature): readonly (readonly Creature[])[] {
  const rows: (readonly Creature[])[] = [[creature]];
  while (rows.length < generations) {
    const parents = [...new Set(rows.at(-1)!.flatMap((child) => child.parents))];
    if (parents.length === 0) break;
    rows.push(parents);
  }
  return rows;
}

function rowWords(creatures: readonly Creature[]): string {
  const hows = [...new Set(creatures.map(({how}) => how))].join(", ");
  return creatures.length > most ? `${hows}; ${creatures.length - most} more` : hows;
}
