import { ParallaxError } from "../errors.ts";

/** What a language model is told for one task, with places for variables: a file of `prompts/`. */
export type PromptTemplate = { readonly system: string; readonly user: string };

const PLACE = /\{\{([a-zA-Z]+)\}\}/gu;

/**
 * Reads a prompt file: Markdown that lists its variables ("- `question`: …"), then a part under "# System" and one under "# User", in which
 * `{{question}}` stands for a variable.
 * @throws ParallaxError `wrong-setting` naming the file and what is wrong: a part that is missing, a variable that nobody gives or that is not listed
 */
export function readPromptTemplate(
  file: { readonly name: string; readonly text: string },
  variables: readonly string[],
): PromptTemplate {
  const wrong = (what: string): ParallaxError =>
    new ParallaxError("wrong-setting", `Prompt "${file.name}" ${what}. Mend the file, or put back the one that ships.`);
  const match = /^([\s\S]*?)^# System\r?\n([\s\S]*?)^# User\r?\n([\s\S]*)$/mu.exec(file.text);
  if (!match) throw wrong('has no part "# System" with a part "# User" behind it');
  const [, notes = "", system = "", user = ""] = match;
  const listed = new Set([...notes.matchAll(/^- `([a-zA-Z]+)`/gmu)].map(([, name = ""]) => name));
  const used = new Set([...`${system}${user}`.matchAll(PLACE)].map(([, name = ""]) => name));
  for (const name of used) {
    if (!variables.includes(name))
      throw wrong(`uses {{${name}}}, which nobody gives; there are ${variables.join(", ")}`);
    if (!listed.has(name)) throw wrong(`does not list its variable "${name}"`);
  }
  for (const name of variables) if (!used.has(name)) throw wrong(`does not use {{${name}}}`);
  return { system: system.trim(), user: user.trim() };
}

/** Puts values in their places, all at once: what looks like a place inside a value stays as it is. */
export function fillPrompt(template: PromptTemplate, values: Readonly<Record<string, string>>): PromptTemplate {
  const fill = (text: string): string => text.replaceAll(PLACE, (place, name: string) => values[name] ?? place);
  return { system: fill(template.system), user: fill(template.user) };
}
