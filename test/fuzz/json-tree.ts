/** JSON as a tree that can hold what no object can: repeated keys, `__proto__`, and scalars just as they are written. */

export type Tree = List | Fields | Scalar;

export interface List {
  readonly items: Tree[];
}

export interface Fields {
  readonly entries: [key: string, value: Tree][];
}

export interface Scalar {
  readonly raw: string;
}

/** The tree of `text`. Throws a SyntaxError for what is no JSON. */
export function parseTree(text: string): Tree {
  return treeOf(JSON.parse(text));
}

const depthLimit = 200;

/** The tree of a plain value. Throws a RangeError for one that is nested too deep to be worked on. */
export function treeOf(value: unknown, depth = 0): Tree {
  if (depth > depthLimit) throw new RangeError(`invalid depth: ${depth} (${depthLimit} at most)`);
  if (Array.isArray(value)) return {items: value.map((each) => treeOf(each, depth + 1))};
  if (typeof value !== "object" || value === null) return {raw: JSON.stringify(value)};
  return {entries: Object.entries(value).map(([key, each]) => [key, treeOf(each, depth + 1)])};
}

/** A tree's text. */
export function writeTree(tree: Tree): string {
  if ("raw" in tree) return tree.raw;
  if ("items" in tree) return `[${tree.items.map(writeTree).join(",")}]`;
  return `{${tree.entries.map(([key, each]) => `${JSON.stringify(key)}:${writeTree(each)}`).join(",")}}`;
}

/** About how much is in it: scalars, structures and tens of characters. */
export function weightOf(tree: Tree): number {
  if ("raw" in tree) return 1 + tree.raw.length / 10;
  if ("items" in tree) return tree.items.reduce((sum, each) => sum + weightOf(each), 1);
  return tree.entries.reduce((sum, [key, each]) => sum + key.length / 10 + weightOf(each), 1);
}

/** A place in a tree: a child of `parent`. */
export interface Place {
  readonly parent: List | Fields;
  readonly index: number;
}

/** Every place in `tree`, the outer ones first. Those of long lists come from their first items only. */
export function placesIn(tree: Tree, limit = 2000): Place[] {
  const places: Place[] = [];
  const queue: Tree[] = [tree];
  for (const parent of queue) {
    if ("raw" in parent) continue;
    const count = sizeOf(parent);
    for (let index = 0; index < count && places.length < limit; index++) {
      places.push({parent, index});
      queue.push(childAt({parent, index}));
    }
  }
  return places;
}

export function childAt({parent, index}: Place): Tree {
  return "items" in parent ? parent.items[index]! : parent.entries[index]![1];
}

export function setChild({parent, index}: Place, tree: Tree): void {
  if ("items" in parent) parent.items[index] = tree;
  else parent.entries[index]![1] = tree;
}

export function sizeOf(parent: List | Fields): number {
  return "items" in parent ? parent.items.length : parent.entries.length;
}
