/**
 * Reads a logbook's file beside the page, which goes on answering however large the file is. The entries come one by one, because
 * taking one over from a worker holds the page up for as long as copying it takes.
 */
import {stores} from "./disk.js";
import {NoLogbook, parseLogbook} from "./logbook-file.js";
import type {FromReader, ToReader} from "./logbook-reader.js";

const say = (message: FromReader) => self.postMessage(message);

self.addEventListener("message", async ({data: {file, nowMs}}: MessageEvent<ToReader>) => {
  try {
    const logbook = parseLogbook(await file.text(), nowMs);
    for (const store of stores)
      for (const [key, entry] of Object.entries(logbook[store]))
        say({kind: "entry", store, key, entry});
    for (const aside of logbook.asides) say({kind: "aside", aside});
    say({kind: "end"});
  } catch (error) {
    say({kind: "refused", why: whyRefused(error)});
  }
});

function whyRefused(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof NoLogbook
    ? `${reason}.`
    : `Something in it is damaged: ${reason}. Export it again where it comes from, and import that.`;
}
