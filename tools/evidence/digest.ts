import {createHash} from "node:crypto";

/** Sixteen hexadecimal digits that tell two values apart. JSON in the order of its keys, or bytes. */
export function digest(...parts: readonly unknown[]): string {
  const hash = createHash("sha256");
  for (const part of parts)
    hash.update(part instanceof Uint8Array ? part : `${JSON.stringify(part)}\n`);
  return hash.digest("hex").slice(0, 16);
}
