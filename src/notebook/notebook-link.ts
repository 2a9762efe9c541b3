/** A notebook as a part of an address: its script, deflated, in the letters that an address may have. */
import {type Notebook, notebookLimit} from "./notebook.js";
import {readScript, writeScript} from "./notebook-script.js";

/** The longest link that messengers and servers are known to carry. */
export const linkLimit = 30_000;
/** A small link may unfold to a large text: no more than this is read of it. */
const unfoldedLimit = 2 * notebookLimit;

/** The notebook for an address. Throws a RangeError when it would be too long. */
export async function writeLink(notebook: Notebook): Promise<string> {
  const bytes = new TextEncoder().encode(writeScript(notebook));
  const packed = await allOf(streamOf(bytes).pipeThrough(new CompressionStream("deflate-raw")));
  const text = toLetters(packed);
  if (text.length > linkLimit)
    throw new RangeError(
      `this notebook makes a link of ${text.length} characters (at most ${linkLimit}): export it as a file instead`,
    );
  return text;
}

/** The notebook that an address carries. Throws a RangeError when it carries none. */
export async function readLink(text: string): Promise<Notebook> {
  if (!/^[\w-]+$/.test(text) || text.length > linkLimit)
    throw new RangeError("this link carries no notebook: it may have been cut");
  const unpacked = streamOf(fromLetters(text)).pipeThrough(new DecompressionStream("deflate-raw"));
  const bytes = await allOf(unpacked).catch((error: unknown) => {
    if (error instanceof RangeError) throw error;
    throw new RangeError("this link carries no whole notebook: it may have been cut");
  });
  return readScript(new TextDecoder().decode(bytes));
}

function streamOf(bytes: Uint8Array<ArrayBuffer>) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

async function allOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > unfoldedLimit) {
      await reader.cancel();
      throw new RangeError(`this link unfolds to more than ${unfoldedLimit} bytes`);
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function toLetters(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromLetters(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(characters, (each) => each.charCodeAt(0));
}
