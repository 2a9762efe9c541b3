/** The folder of its host that the course lives in: "/" or "/from-noise/". Two copies of the course on one host have one
 * origin, and so the same storage; what each keeps carries its folder in its name. */
export const basePath = folderOf(import.meta.url);

/** Framework puts every module below `_import`. */
export function folderOf(moduleUrl: string): string {
  const {pathname} = new URL(moduleUrl);
  const end = pathname.indexOf("/_import/");
  return end < 0 ? "/" : pathname.slice(0, end + 1);
}
