/** Whether this process's own built-in objects are as they were. */
type Properties = ReadonlyMap<PropertyKey, PropertyDescriptor>;

const constructors = [Object, Function, Array, String, Number, Promise, Error, Map, Set, RegExp];
const watched: readonly object[] = [
  ...constructors.flatMap((each) => [each, each.prototype as object]),
  ...[JSON, Math, Reflect],
];

/** All properties of what is watched, as they are now. */
export function ownProperties(): readonly Properties[] {
  return [...watched, builtIns()].map(propertiesOf);
}

/** What has changed since `before`, by name. */
export function changesSince(before: readonly Properties[]): readonly string[] {
  return ownProperties().flatMap((now, i) => differences(before[i]!, now));
}

/** The names by which the language's objects are found. Node makes other globals when they are first asked for. */
function builtIns(): object {
  return Object.fromEntries(
    [...constructors.map(({name}) => name), "JSON", "Math", "Reflect", "process"].map((name) => [
      name,
      (globalThis as Record<string, unknown>)[name],
    ]),
  );
}

function propertiesOf(owner: object): Properties {
  return new Map(
    Reflect.ownKeys(owner).map((key) => [key, Reflect.getOwnPropertyDescriptor(owner, key)!]),
  );
}

function differences(before: Properties, after: Properties): readonly string[] {
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const other = [...after.keys()].filter((key) => !isSame(before.get(key), after.get(key)!));
  return [...gone, ...other].map(String);
}

function isSame(a: PropertyDescriptor | undefined, b: PropertyDescriptor): boolean {
  return a !== undefined && a.get === b.get && a.set === b.set && Object.is(a.value, b.value);
}
