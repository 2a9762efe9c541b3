interface Entry {
  readonly kind: "asked" | "granted" | "refused" | "used" | "revoked";
  readonly at: number;
  /** Of "asked". */
  readonly face?: number;
  readonly wearer?: number;
  readonly purpose?: string;
  readonly until?: number;
  /** Of all others. */
  readonly request?: number;
  /** Of "used". */
  readonly picture?: number;
}

/** The kind of the last entry about each request. */
export function states(log: Entry[]): string[] {
  const found: string[] = [];
  for (const entry of log) {
    if (entry.kind === "asked") found.push("asked");
    else found[entry.request! - 1] = entry.kind;
  }
  return found;
}

/** The number of the first request that allows this use, or 0. */
export function allowedBy(
  log: Entry[],
  face: number,
  wearer: number,
  purpose: string,
  now: number,
): number {
  const state = states(log);
  const requests = log.filter((entry) => entry.kind === "asked");
  const place = requests.findIndex(
    (request, i) =>
      state[i] === "granted" &&
      request.face === face &&
      request.wearer === wearer &&
      request.purpose === purpose &&
      now <= request.until!,
  );
  return place + 1;
}

/** The pictures whose consent has been taken back, in the order in which they were made. */
export function withdrawn(log: Entry[]): number[] {
  const state = states(log);
  const uses = log.filter((entry) => entry.kind === "used");
  const taken = uses.filter((use) => state[use.request! - 1] === "revoked");
  return taken.map((use) => use.picture!);
}
