/** One row a step, one column a curve (RFC 4180). `first` is the step of index 0. */
export function lossesCsv(
  first: number,
  curves: Readonly<Record<string, ArrayLike<number>>>,
): string {
  const names = Object.keys(curves);
  const length = Math.max(0, ...names.map((name) => curves[name]!.length));
  const rows = Array.from({length}, (_, i) =>
    [first + i, ...names.map((name) => curves[name]![i] ?? "")].join(","),
  );
  return `${[["step", ...names].join(","), ...rows].join("\r\n")}\r\n`;
}
