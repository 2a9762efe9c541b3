import {entryNames} from "./entries.js";
import type {Damage} from "./shelf.js";

const mostNamed = 3;

/** Sentences about damage: what it is, what became of it and what can be done; "" for none. */
export function damageWords(damages: readonly Damage[]): string {
  if (damages.length === 0) return "";
  const named = damages.slice(0, mostNamed).map(nameOf).join("; ");
  const others = damages.length - mostNamed;
  const rest = others > 0 ? `; and ${others} more` : "";
  const isWhole = damages.every((damage) => damage.isWhole);
  const used = isWhole ? "" : " What can be read of it is used.";
  return `Some of what this device has kept is damaged: ${named}${rest}.${used} Nothing of it was deleted: it is set aside as it was, and Export saves it too, for someone who can mend it.`;
}

function nameOf({store, key, problems}: Damage): string {
  const more = problems.length > 1 ? `, and ${problems.length - 1} more of this kind` : "";
  return `${entryNames[store]} of ${key} (${problems[0]}${more})`;
}
