/** The bytes of the file called `name` among those a run was given. Throws a RangeError when it is missing. */
export function fileOf(files: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const bytes = files[name];
  if (!bytes) throw new RangeError(`missing file: ${name}`);
  return bytes;
}
