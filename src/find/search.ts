import MiniSearch from "../vendor/minisearch.js";
import type {Entry} from "./entry.js";

/** Entries indexed in one go: about 5 ms on a slow machine. */
const chunkSize = 20;

export type Search = (words: string) => readonly Entry[];

/** A search over `entries`: words may be begun or mistyped, and count more in a title than in a text. Indexing leaves the page free. */
export async function searchOver(entries: readonly Entry[]): Promise<Search> {
  const index = new MiniSearch<Entry>({
    fields: ["title", "also", "text", "where"],
    searchOptions: {
      boost: {title: 5, also: 5},
      prefix: (word) => word.length > 1,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boostDocument: (id) => kindWeights[entries[id as number]!.kind],
    },
  });
  await index.addAllAsync(entries, {chunkSize});
  return (words) => index.search(words).map(({id}) => entries[id as number]!);
}

/** What explains a word comes before what only uses it. */
const kindWeights: Readonly<Record<Entry["kind"], number>> = {
  term: 3,
  page: 2,
  exercise: 1.2,
  section: 1,
};
