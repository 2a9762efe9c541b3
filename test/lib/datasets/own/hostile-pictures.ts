import {readFileSync} from "node:fs";

const packed: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("hostile-pictures.json", import.meta.url), "utf8"),
);

/** The file of this name that `test/reference/hostile-pictures.py` made. */
export function hostileFile(name: string): Uint8Array {
  return new Uint8Array(Buffer.from(packed[name]!, "base64"));
}

export const hostileNames = Object.keys(packed);
