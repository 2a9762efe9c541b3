/** Keys of what was set aside: the entry's own key and when that was. No other key has a space. */
let count = 0;

/** A new one for the entry of `key`. */
export function asideKey(key: string, now = new Date()): string {
  return `${key} aside ${now.toISOString()} ${++count}`;
}

export function isAside(key: string): boolean {
  return key.includes(" ");
}

/** The key of the entry that was set aside. */
export function ownerOf(key: string): string {
  return key.split(" ")[0]!;
}
