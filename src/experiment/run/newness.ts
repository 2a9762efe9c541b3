/** Whether anything is another than it was when last asked. */
export function newness(): (...parts: readonly unknown[]) => boolean {
  let last: readonly unknown[] | undefined;
  return (...parts) => {
    const isNew = parts.length !== last?.length || parts.some((part, i) => part !== last?.[i]);
    last = parts;
    return isNew;
  };
}
