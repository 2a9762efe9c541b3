import type {Role} from "../../lib/training/experiment.js";

/** Each role's line differs by dash as well as by colour; the second line of a role by another dash still. */
const dashes: Readonly<Record<Role, string>> = {
  generated: "none",
  judge: "7 3",
  real: "1.5 3.5",
  chance: "3 4",
};

/** `stroke-dasharray` for each line of one plot, in order. */
export function strokeDashes(roles: readonly Role[]): string[] {
  return roles.map((role, i) => (roles.indexOf(role) === i ? dashes[role] : "10 3 2 3"));
}
