/** Which cell needs which, and what is wrong with it: names defined twice, and cells that wait for each other. */
import type {CellCode} from "./cell-code.js";

/** The names of a cell; none of one whose code cannot be read. */
export type CellNames = Pick<CellCode, "defines" | "uses"> & {readonly id: number};

/** What a cell gives and which cells it needs, for a map of them. */
export interface CellNeeds {
  readonly id: number;
  readonly defines: readonly string[];
  /** Ids, each once. */
  readonly needs: readonly number[];
}

export function needsOf(cells: readonly CellNames[]): readonly CellNeeds[] {
  const owners = ownersOf(cells);
  return cells.map((cell) => ({
    id: cell.id,
    defines: cell.defines,
    needs: [...new Set(linksOf(cell, owners).map(({to}) => to))],
  }));
}

/** What keeps a cell from running, by its id. Cells are told by their places, from 1. */
export function graphProblems(cells: readonly CellNames[]): ReadonlyMap<number, string> {
  const problems = new Map<number, string>();
  const placeOf = new Map(cells.map(({id}, i) => [id, i + 1]));
  const ownersByName = ownersOf(cells);
  for (const [name, owners] of ownersByName)
    if (owners.length > 1)
      for (const {id} of owners)
        problems.set(
          id,
          `${name} is defined in cells ${inWords(owners.map((each) => placeOf.get(each.id)!))}. Rename all but one.`,
        );
  const linksById = new Map(cells.map((cell) => [cell.id, linksOf(cell, ownersByName)]));
  for (const id of knotted([...linksById.values()].flat())) {
    const cycle = problems.has(id) ? undefined : cycleThrough(id, linksById);
    if (cycle) problems.set(id, cycleText(cycle, placeOf));
  }
  return problems;
}

/** Names by the cells that define them. */
function ownersOf(cells: readonly CellNames[]): ReadonlyMap<string, readonly CellNames[]> {
  const owners = new Map<string, CellNames[]>();
  for (const cell of cells)
    for (const name of cell.defines) owners.set(name, [...(owners.get(name) ?? []), cell]);
  return owners;
}

/** A cell that uses a name of another. */
interface Link {
  readonly from: number;
  readonly name: string;
  readonly to: number;
}

function linksOf({id, uses}: CellNames, owners: ReturnType<typeof ownersOf>): readonly Link[] {
  return uses.flatMap((name) =>
    (owners.get(name) ?? []).map((owner) => ({from: id, name, to: owner.id})),
  );
}

/**
 * The cells on cycles, and those between two cycles: what is left when cells that need none of the others are taken away, again and again,
 * and then those that none of the others need. Looks at each link a few times, however many cells there are.
 */
function knotted(links: readonly Link[]): ReadonlySet<number> {
  const [needs, users] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const {from, to} of links) {
    add(needs, from, to);
    add(users, to, from);
  }
  return peeled(peeled(new Set(needs.keys()), needs, users), users, needs);
}

function add(lists: Map<number, number[]>, id: number, neighbour: number): void {
  const list = lists.get(id);
  if (list) list.push(neighbour);
  else lists.set(id, [neighbour]);
}

type Neighbours = ReadonlyMap<number, readonly number[]>;

/** `ids` without those that have none of the others `after` them, again and again; they are `before` each of those. */
function peeled(
  ids: ReadonlySet<number>,
  after: Neighbours,
  before: Neighbours,
): ReadonlySet<number> {
  const left = new Set(ids);
  const counts = new Map(
    [...ids].map((id) => [id, (after.get(id) ?? []).filter((each) => ids.has(each)).length]),
  );
  const ends = [...ids].filter((id) => counts.get(id) === 0);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    left.delete(id);
    for (const each of before.get(id) ?? []) {
      const count = (counts.get(each) ?? 0) - 1;
      counts.set(each, count);
      if (count === 0) ends.push(each);
    }
  }
  return left;
}

/** The shortest way from a cell back to itself. */
function cycleThrough(
  start: number,
  linksById: ReadonlyMap<number, readonly Link[]>,
): readonly Link[] | undefined {
  const seen = new Set<number>();
  const queue: (readonly Link[])[] = [[]];
  for (let way = queue.shift(); way; way = queue.shift())
    for (const link of linksById.get(way.at(-1)?.to ?? start)!) {
      if (link.to === start) return [...way, link];
      if (!seen.has(link.to)) queue.push([...way, link]);
      seen.add(link.to);
    }
  return undefined;
}

function cycleText(cycle: readonly Link[], placeOf: ReadonlyMap<number, number>): string {
  const links = cycle.map(({from, name}) => `cell ${placeOf.get(from)} needs ${name}`);
  const owner = placeOf.get(cycle[0]!.from);
  return `These cells wait for each other: ${links.join(", ")}, which is in cell ${owner}. Take one of these names out.`;
}

function inWords(items: readonly number[]): string {
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
