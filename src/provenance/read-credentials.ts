/** Content Credentials of a file, read in a worker by a library that is fetched when it is asked for. */
import {FileAttachment} from "observablehq:stdlib";
import type {PictureFormat} from "../lib/provenance/credential-container.js";
import type {ToldCredentials} from "../lib/provenance/told-credentials.js";

export interface ToCredentials {
  /** The library's program. */
  readonly reader: ArrayBuffer;
  readonly file: Blob;
  readonly format: PictureFormat;
}

export type FromCredentials =
  | {readonly kind: "told"; readonly told: ToldCredentials | undefined}
  | {readonly kind: "unread"; readonly why: string};

const library = FileAttachment("../vendor/wasm/c2pa.wasm");
const patienceMs = 60_000;

/** Rejects with words for the reader where they cannot be read. */
export async function readCredentials(
  file: Blob,
  format: PictureFormat,
): Promise<ToldCredentials | undefined> {
  const reader = await library.arrayBuffer().catch(() => {
    throw new Error(
      "The library that reads them could not be fetched. Try again when you are online.",
    );
  });
  const worker = new Worker(import.meta.resolve("../vendor/credentials-worker.js"), {
    type: "module",
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<FromCredentials>((resolve, reject) => {
      worker.onmessage = ({data}: MessageEvent<FromCredentials>) => resolve(data);
      worker.onerror = () => reject(new Error("The library that reads them came to an end."));
      timer = setTimeout(() => reject(new Error("They took too long to read.")), patienceMs);
      worker.postMessage({reader, file, format} satisfies ToCredentials, [reader]);
    });
    if (answer.kind === "told") return answer.told;
    throw new Error(`They cannot be read: ${answer.why}`);
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
