/**
 * Which chunks of a split bundle become one file. esbuild makes a chunk for each set of entries that share something, and so
 * dozens of a kilobyte each. Here they are joined until no entry fetches more than a few: each time the two that cost the least, where the
 * cost is the sum over the entries of a power of the bytes that each fetches in vain, so that no entry fetches much more than it needs. One
 * step leads to the next, so which power ends best differs from code to code: the one after which the entry that fetches the most in vain fetches
 * the least is taken.
 */
const powers = [2, 2.5, 3, 3.5, 4];

/**
 * What esbuild makes. `imports` are the chunks that it imports, `users` the entries that need it.
 * @typedef {{names: readonly string[], modules: readonly string[], size: number, users: ReadonlySet<string>, imports: readonly string[]}} Chunk
 */

/**
 * One file to be. `names` are the chunks in it, `users` the entries that fetch it, `needed` how many of its bytes each of them needs.
 * @typedef {Chunk & {needed: ReadonlyMap<string, number>}} Group
 */

/** First all of `chunks` that are everywhere, as one, then the others, joined until each entry fetches at most `most` of them
 * beside it. @param {readonly Chunk[]} chunks @param {(chunk: Chunk) => boolean} isEverywhere @param {number} most
 * @returns {readonly Group[]} */
export function chunkGroups(chunks, isEverywhere, most) {
  const users = new Set(chunks.flatMap((chunk) => [...chunk.users]));
  const core = {...chunks.filter(isEverywhere).map(alone).reduce(joined), users};
  const groups = [core, ...chunks.filter((chunk) => !isEverywhere(chunk)).map(alone)];
  const before = inVain(groups);
  const ways = powers.map((power) => joinedToFew(groups, most, power));
  const ends = ways.map((way) =>
    Math.max(...[...inVain(way)].map(([user, bytes]) => bytes - (before.get(user) ?? 0))),
  );
  return /** @type {readonly Group[]} */ (ways[ends.indexOf(Math.min(...ends))]);
}

/** @param {readonly Group[]} all the first of them is the one for everyone @param {number} most @param {number} power
 * @returns {readonly Group[]} */
function joinedToFew(all, most, power) {
  let groups = all;
  for (let full = fullest(groups); full.length > most + 1; full = fullest(groups)) {
    const [a, b] = cheapest(full, groups, power);
    const others = groups.filter((each) => each !== a && each !== b);
    groups = spread(a === groups[0] ? [joined(a, b), ...others] : [...others, joined(a, b)]);
  }
  return groups;
}

/** @param {Chunk} chunk @returns {Group} */
function alone(chunk) {
  return {...chunk, needed: new Map([...chunk.users].map((user) => [user, chunk.size]))};
}

/** @param {Group} a @param {Group} b @returns {Group} */
function joined(a, b) {
  const users = new Set([...a.users, ...b.users]);
  const neededBy = (/** @type {string} */ user) =>
    (a.needed.get(user) ?? 0) + (b.needed.get(user) ?? 0);
  return {
    names: [...a.names, ...b.names],
    modules: [...a.modules, ...b.modules],
    size: a.size + b.size,
    users,
    needed: new Map([...users].map((user) => [user, neededBy(user)])),
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

/** The two of `full` that cost the least when they are one. @param {readonly Group[]} full @param {readonly Group[]} groups
 * @param {number} power @returns {[Group, Group]} */
function cheapest(full, groups, power) {
  const pairs = full.flatMap((a, i) =>
    full.slice(i + 1).map((b) => /** @type {[Group, Group]} */ ([a, b])),
  );
  const vain = inVain(groups);
  const costs = pairs.map((pair) => cost(pair, vain, power));
  return /** @type {[Group, Group]} */ (pairs[costs.indexOf(Math.min(...costs))]);
}

/** Bytes that each entry fetches and does not need. @param {readonly Group[]} groups @returns {ReadonlyMap<string, number>} */
function inVain(groups) {
  const vain = new Map();
  for (const {users, needed, size} of groups)
    for (const user of users)
      vain.set(user, (vain.get(user) ?? 0) + size - (needed.get(user) ?? 0));
  return vain;
}

/** How much the sum of the powers grows. @param {readonly [Group, Group]} pair @param {ReadonlyMap<string, number>} vain
 * @param {number} power */
function cost([a, b], vain, power) {
  let sum = 0;
  for (const user of new Set([...a.users, ...b.users])) {
    const before = vain.get(user) ?? 0;
    const more = (a.users.has(user) ? 0 : a.size) + (b.users.has(user) ? 0 : b.size);
    sum += (before + more) ** power - before ** power;
  }
  return sum;
}
