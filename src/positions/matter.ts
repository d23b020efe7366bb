import { actionFit, isNeutral, thingFit } from "../claims/families.ts";
import { fitOfIds } from "./fit.ts";
import type { Fit } from "./fit.ts";
import type { Profile } from "./profile.ts";
import type { World } from "./world.ts";

/** How what is counted by `a` stands to what is counted by `b`. */
export function fitOfThings(a: Profile, b: Profile): Fit {
  if (a.thing === b.thing) return "same";
  const fit = thingFit(a.thing, b.thing, [a.claim.event.action, b.claim.event.action]);
  if (fit !== "different") return fit;
  // "Losses of 700" and "700 soldiers lost": the one noun names the harm, the other who came to it.
  const people = a.harmNoun ? b : b.harmNoun ? a : null;
  if (!people || a.definition.length === 0 || b.definition.length === 0) return "different";
  if (people.harmNoun || people.thing === "person") return "same";
  return thingFit("person", people.thing, []) === "wider" ? "same" : "different";
}

/** True where a toll counts more than one harm, or does not say which. */
function isManifold(definition: readonly string[]): boolean {
  return definition.length > 1 || definition[0] === "losses";
}

function fitOfDefinitions(a: readonly string[], b: readonly string[]): Fit {
  if (a === b) return "same";
  const wider = b.every((harm) => a.includes(harm));
  const narrower = a.every((harm) => b.includes(harm));
  if (wider && narrower) return "same";
  // Killed and wounded, casualties, losses: totals that are told of one another, whatever they leave out.
  if (isManifold(a) && isManifold(b)) return "same";
  // The dead are among the losses.
  if (a[0] === "losses" || b[0] === "losses") return a[0] === "losses" ? "wider" : "narrower";
  return "different";
}

/**
 * How what happened in `a` stands to what happened in `b`; for tolls by what they count. `unstated` where a verb on one
 * side says only that it is so.
 */
export function fitOfActions(a: Profile, b: Profile): Fit {
  if (a.definition.length > 0 && b.definition.length > 0) return fitOfDefinitions(a.definition, b.definition);
  // A toll is told by its harm; "there were 12" is none.
  if (a.definition.length > 0 || b.definition.length > 0) return "different";
  const [one, other] = [a.claim.event.action, b.claim.event.action];
  if (one === other) return "same";
  if (one !== null && other !== null) {
    const fit = actionFit(one, other, [a.thing, b.thing]);
    if (fit !== "different") return fit;
  }
  return isNeutral(one) || isNeutral(other) ? "unstated" : "different";
}

/** "Six were slightly hurt": who asks how many were hurt means them too. */
const LIGHT: ReadonlySet<string> = new Set(["slight", "light", "lightli", "minor"]);

/**
 * More modifiers narrow what is counted; two lists that each have a word of their own count two things. Words of the
 * question narrow nothing: all claims were looked up to fill it.
 */
export function fitOfModifiers(a: Profile, b: Profile, { asked }: World): Fit {
  if (a.modifiers === b.modifiers) return "same";
  const isIdle = (modifier: string): boolean =>
    asked !== undefined && (asked.stems.has(modifier) || LIGHT.has(modifier));
  const wider = a.modifiers.every((modifier) => b.modifiers.includes(modifier) || isIdle(modifier));
  const narrower = b.modifiers.every((modifier) => a.modifiers.includes(modifier) || isIdle(modifier));
  if (wider && narrower) return "same";
  if (wider) return "wider";
  return narrower ? "narrower" : "different";
}

/**
 * How the places stand to each other. A place that one claim states and the other leaves out narrows the one, unless it
 * is a whole country, or stands in the other's sentence, title or targets.
 */
export function fitOfPlaces(a: Profile, b: Profile, world: World): Fit {
  const fit = fitOfIds(a.places, b.places, world);
  if (fit === "different" && world.asked) return fitOfUnknownPlaces(a, b, world);
  if (fit !== "unstated" || a.places === b.places) return fit;
  const [stated, silent] = a.places.length > 0 ? [a, b] : [b, a];
  const written = stated.claim.place?.written.toLowerCase() ?? "";
  if (stated.places.every((id) => world.countryOf(id) === id) && !isForeign(written, { stated, silent }, world))
    return "unstated";
  if (written !== "" && world.contextOf?.(silent.claim).words.includes(written)) return "unstated";
  if (written !== "" && world.asked?.text.includes(written)) return "unstated";
  const targets = fitOfIds(stated.places, silent.targets, world);
  if (targets === "same" || targets === "wider") return "unstated";
  return stated === a ? "narrower" : "wider";
}

/** The claim that states a place, and the one that does not. */
type Sides = { readonly stated: Profile; readonly silent: Profile };

/** Of what was asked for, a figure of a country is a part of one whose document does not open with that country. */
function isForeign(written: string, { stated, silent }: Sides, world: World): boolean {
  const context = world.contextOf?.(silent.claim);
  if (!world.asked || !context || written === "") return false;
  const name = written.split(" ").at(-1) ?? "";
  if (stated.claim.document === silent.claim.document) return silent.claim.place === null;
  return !context.leads.has(name) && silent.claim.place === null && silent.owners.length === 0;
}

/** A place that no gazetteer has lies in the country that the other claim names, as far as one can tell. */
function fitOfUnknownPlaces(a: Profile, b: Profile, world: World): Fit {
  const isUnknown = ({ places }: Profile): boolean => places.every((id) => world.countryOf(id) === null);
  const isCountry = ({ places }: Profile): boolean => places.every((id) => world.countryOf(id) === id);
  if (isUnknown(a) && isCountry(b)) return "narrower";
  return isCountry(a) && isUnknown(b) ? "wider" : "different";
}
