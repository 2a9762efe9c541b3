/** Numbers as a reader sees them: rounded to what is known, with a fixed number of digits so that nothing jumps. */

/** With 0, 1, 2 and 3 digits after the point. Made once: `toLocaleString` would make one anew for each number. */
const fixed = [0, 1, 2, 3].map(
  (digits) =>
    new Intl.NumberFormat("en", {minimumFractionDigits: digits, maximumFractionDigits: digits}),
);
const whole = fixed[0]!;

/** Three significant digits, no exponent between 0.001 and 99999: 0.612, 38.1, 1,204. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e5)) return value.toExponential(1);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return fixed[digits]!.format(value);
}

/** A whole number with thousands separators. */
export function formatCount(value: number): string {
  return whole.format(Math.round(value));
}

/** "1 picture", "1,204 pictures". */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Seconds as "8 s", "1 min 20 s", "2 min" or "12 min". */
export function formatSeconds(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  if (all < 60) return `${all} s`;
  if (all < 600 && all % 60 !== 0) return `${Math.floor(all / 60)} min ${all % 60} s`;
  return `${Math.round(all / 60)} min`;
}

/** Bytes as "310 kB" or "42 MB". */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${formatCount(bytes / 1e3)} kB` : `${formatCount(bytes / 1e6)} MB`;
}
