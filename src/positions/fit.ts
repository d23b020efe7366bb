import type { World } from "./world.ts";

/**
 * How one side of a comparison stands to the other in one respect. `wider`: what b speaks of lies inside what a speaks
 * of; `crossing`: partly; `unstated`: one of them does not say.
 */
export type Fit = "same" | "wider" | "narrower" | "crossing" | "unstated" | "different";

function covers(outer: readonly string[], inner: readonly string[], world: World): boolean {
  return inner.every((id) => outer.some((other) => other === id || world.contains(other, id) || isShortFor(other, id)));
}

/** "Solheim's Civic Bloc" and "the Civic Bloc": a name that ends another is the same. */
function isShortFor(a: string, b: string): boolean {
  if (!a.startsWith(NAME) || !b.startsWith(NAME)) return false;
  const [one, other] = [` ${a.slice(NAME.length)}`, ` ${b.slice(NAME.length)}`];
  return one.endsWith(other) || other.endsWith(one);
}

/** Begins the ids of what no gazetteer has. */
const NAME = "name:";

/** How two sets of places, owners or participants stand to each other; an empty set says nothing. */
export function fitOfIds(a: readonly string[], b: readonly string[], world: World): Fit {
  if (a.length === 0 || b.length === 0) return "unstated";
  if (a === b) return "same";
  const wider = covers(a, b, world);
  const narrower = covers(b, a, world);
  if (wider && narrower) return "same";
  if (wider) return "wider";
  if (narrower) return "narrower";
  const touching = a.some((id) =>
    b.some((other) => other === id || world.contains(other, id) || world.contains(id, other)),
  );
  return touching ? "crossing" : "different";
}

/**
 * The same for who does or suffers something. A body and a country ("the air force", Norway) may be one, so that a set
 * of bodies and a set of places say nothing about each other.
 */
export function fitOfParticipants(a: readonly string[], b: readonly string[], world: World): Fit {
  const fit = fitOfIds(a, b, world);
  if (fit !== "different") return fit;
  const aPlaces = a.some((id) => world.countryOf(id) !== null);
  const bPlaces = b.some((id) => world.countryOf(id) !== null);
  return aPlaces === bPlaces ? "different" : "unstated";
}
