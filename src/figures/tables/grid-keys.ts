export interface GridHandlers {
  choose(row: number, column: number): void;
  /** Escape. */
  leave(): void;
}

/**
 * Makes a table of cells one stop of the Tab key: arrow keys, Home and End move the focus, Enter, Space or a click
 * choose, Escape leaves.
 */
export function gridKeys(
  table: HTMLTableElement,
  cells: readonly (readonly HTMLElement[])[],
  on: GridHandlers,
): void {
  const placeOf = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest("td") : null;
    const row = cells.findIndex((each) => cell && each.includes(cell));
    return row < 0 ? undefined : {row, column: cells[row]!.indexOf(cell!)};
  };
  const enter = ({row, column}: Place) => {
    for (const cell of cells.flat()) cell.tabIndex = -1;
    cells[row]![column]!.tabIndex = 0;
  };
  enter({row: 0, column: 0});
  table.addEventListener("focusin", ({target}) => {
    const place = placeOf(target);
    if (place) enter(place);
  });
  table.addEventListener("click", ({target}) => {
    const place = placeOf(target);
    if (place) on.choose(place.row, place.column);
  });
  table.addEventListener("keydown", (event) => {
    const place = placeOf(event.target);
    if (!place) return;
    const next = placeAfterKey(place, event.key, cells.length, cells[0]!.length);
    if (next) cells[next.row]![next.column]!.focus();
    else if (event.key === "Enter" || event.key === " ") on.choose(place.row, place.column);
    else if (event.key === "Escape") on.leave();
    else return;
    event.preventDefault();
  });
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where `key` moves the focus, kept in the table; `undefined` for another key. */
export function placeAfterKey(
  {row, column}: Place,
  key: string,
  rows: number,
  columns: number,
): Place | undefined {
  const moves: Readonly<Record<string, Place>> = {
    ArrowLeft: {row, column: column - 1},
    ArrowRight: {row, column: column + 1},
    ArrowUp: {row: row - 1, column},
    ArrowDown: {row: row + 1, column},
    Home: {row, column: 0},
    End: {row, column: columns - 1},
  };
  const next = Object.hasOwn(moves, key) ? moves[key]! : undefined;
  const inside = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return next && {row: inside(next.row, rows), column: inside(next.column, columns)};
}
