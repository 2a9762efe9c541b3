import {type RecordedSheets, unpackSheets} from "../../lib/questions/recorded-sheets.js";

/** The recorded sheets at `href`. Rejects when they cannot be read. */
export async function loadSheets(href: string): Promise<RecordedSheets> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`status ${response.status} for ${href}`);
  const stream = response.body!.pipeThrough(new DecompressionStream("gzip"));
  return unpackSheets(new Uint8Array(await new Response(stream).arrayBuffer()));
}
