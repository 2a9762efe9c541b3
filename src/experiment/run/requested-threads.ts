const most = 16;

/** How many threads the address asks for by `?threads=`, or a note when it asks for what can't be. */
export function requestedThreads(search: string): {
  readonly count?: number;
  readonly note?: string;
} {
  const text = new URLSearchParams(search).get("threads");
  if (text === null) return {};
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= most) return {count};
  const asked = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  return {
    note: `The link asks for “${asked}” threads, which can't be (a whole number from 1 to ${most}). A short measurement decides instead.`,
  };
}
