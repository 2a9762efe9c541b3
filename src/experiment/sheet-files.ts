import {FileAttachment} from "observablehq:stdlib";
import {type RecordedSheets, unpackSheets} from "../lib/experiments/recorded-sheets.js";
import {named} from "../lib/named.js";

/** The recorded sheets of every question. Framework wants each path written out. */
const files = {
  "gan-digits.strongJudge": FileAttachment("../data/recorded/gan-digits.strongJudge.bin.gz"),
  "vae-digits.costlyCode": FileAttachment("../data/recorded/vae-digits.costlyCode.bin.gz"),
};

/** The recorded sheets of the question called `name`. Rejects when they cannot be read. */
export async function loadSheets(name: string): Promise<RecordedSheets> {
  const {href} = named("sheets", files, name);
  const response = await fetch(href);
  if (!response.ok) throw new Error(`status ${response.status} for ${href}`);
  const stream = response.body!.pipeThrough(new DecompressionStream("gzip"));
  return unpackSheets(new Uint8Array(await new Response(stream).arrayBuffer()));
}
