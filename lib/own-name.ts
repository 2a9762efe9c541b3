/** Names of readers' own sets of pictures: `own-` and the first 12 digits of the SHA-256 of what is in them. */
export type OwnName = `own-${string}`;

export function isOwnName(name: unknown): name is OwnName {
  return typeof name === "string" && /^own-[0-9a-f]{12}$/.test(name);
}

/** The name of the set with this hash, in hexadecimal. */
export function ownName(sha256: string): OwnName {
  return `own-${sha256.slice(0, 12)}`;
}
