/**
 * Which chunks of a split bundle become one file. esbuild makes a chunk for each set of entries that share something, and so
 * dozens of a kilobyte each. Here they are joined until no entry fetches more than a few: each time the two of which the fewest
 * bytes are fetched in vain.
 */

/**
 * One file to be. `names` are the chunks in it, `imports` those that they import, `users` the entries that fetch it.
 * @typedef {{names: readonly string[], modules: readonly string[], size: number, users: ReadonlySet<string>, imports: readonly string[]}} Group
 */

/** First all of `chunks` that are everywhere, as one, then the others, joined until each entry fetches at most `most` of them
 * beside it. @param {readonly Group[]} chunks @param {(chunk: Group) => boolean} isEverywhere @param {number} most
 * @returns {readonly Group[]} */
export function chunkGroups(chunks, isEverywhere, most) {
  const users = new Set(chunks.flatMap((chunk) => [...chunk.users]));
  const core = {...chunks.filter(isEverywhere).reduce(joined), users};
  /** @type {readonly Group[]} */
  let groups = [core, ...chunks.filter((chunk) => !isEverywhere(chunk))];
  for (let full = fullest(groups); full.length > most + 1; full = fullest(groups)) {
    const [a, b] = cheapest(full);
    const others = groups.filter((each) => each !== a && each !== b);
    groups = spread(a === core ? [joined(a, b), ...others] : [...others, joined(a, b)]);
  }
  return groups;
}

/** @param {Group} a @param {Group} b @returns {Group} */
function joined(a, b) {
  return {
    names: [...a.names, ...b.names],
    modules: [...a.modules, ...b.modules],
    size: a.size + b.size,
    users: new Set([...a.users, ...b.users]),
    imports: [...a.imports, ...b.imports],
  };
}

/** Whoever fetches a group fetches what that imports. @param {readonly Group[]} groups @returns {readonly Group[]} */
function spread(groups) {
  const wider = groups.map((group) => {
    const above = groups.filter(({imports}) => imports.some((name) => group.names.includes(name)));
    return {...group, users: new Set([group, ...above].flatMap(({users}) => [...users]))};
  });
  const isWider = wider.some(({users}, i) => users.size > (groups[i]?.users.size ?? 0));
  return isWider ? spread(wider) : groups;
}

/** The groups of the entry that fetches the most. @param {readonly Group[]} groups */
function fullest(groups) {
  const entries = new Set(groups.flatMap(({users}) => [...users]));
  const fetched = [...entries].map((entry) => groups.filter(({users}) => users.has(entry)));
  return fetched.reduce((most, each) => (each.length > most.length ? each : most), []);
}

/** The two that cost the fewest bytes more when they are one. @param {readonly Group[]} groups @returns {[Group, Group]} */
function cheapest(groups) {
  const pairs = groups.flatMap((a, i) =>
    groups.slice(i + 1).map((b) => /** @type {[Group, Group]} */ ([a, b])),
  );
  return pairs.reduce((best, pair) => (inVain(pair) < inVain(best) ? pair : best));
}

/** Bytes of one that come to those who want the other. @param {readonly [Group, Group]} pair */
function inVain([a, b]) {
  const missing = (/** @type {Group} */ from, /** @type {Group} */ to) =>
    [...from.users].filter((user) => !to.users.has(user)).length;
  return missing(a, b) * b.size + missing(b, a) * a.size;
}
