import type {Store} from "./disk.js";
import type {Entries} from "./entries.js";
import type {Aside, Logbook} from "./logbook.js";
import {fileLimit} from "./logbook-limits.js";

export interface ToReader {
  readonly file: Blob;
  readonly nowMs: number;
}

export type FromReader =
  | {
      readonly kind: "entry";
      readonly store: Store;
      readonly key: string;
      readonly entry: Entries[Store];
    }
  | {readonly kind: "aside"; readonly aside: Aside}
  | {readonly kind: "end"}
  | {readonly kind: "refused"; readonly why: string};

/** The logbook in `file`. Rejects with a sentence for the reader, with what to do, if it is none. */
export async function readLogbookFile(file: Blob, nowMs: number): Promise<Logbook> {
  if (file.size > fileLimit) throw new Error(tooLarge(file.size));
  const worker = new Worker(import.meta.resolve("./logbook-worker.js"), {type: "module"});
  try {
    return await new Promise<Logbook>((resolve, reject) => {
      const asides: Aside[] = [];
      const entries: Record<Store, Record<string, unknown>> = {
        work: {},
        results: {},
        recalls: {},
        guesses: {},
        judgements: {},
        sightings: {},
      };
      worker.onerror = () =>
        reject(new Error("The reader of files did not start. Reload the page, then try again."));
      worker.onmessage = ({data}: MessageEvent<FromReader>) => {
        if (data.kind === "entry") entries[data.store][data.key] = data.entry;
        else if (data.kind === "aside") asides.push(data.aside);
        else if (data.kind === "end") resolve({...(entries as Omit<Logbook, "asides">), asides});
        else reject(new Error(data.why));
      };
      worker.postMessage({file, nowMs} satisfies ToReader);
    });
  } finally {
    worker.terminate();
  }
}

function tooLarge(bytes: number): string {
  const megabytes = (size: number) => `${Math.ceil(size / 1e6)} MB`;
  return `The file has ${megabytes(bytes)}, and a progress file has ${megabytes(fileLimit)} at most. Choose one that Export has saved.`;
}
