const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** May stand inside a name between two capitalised words. */
export const INNER = set("of the and de la le du des del da di von van der den al el bin ibn for on");
/** Capitalised at the front of a sentence, and no names. */
export const NOT_NAMES = set(
  "i he she we they it his her its their our my you your who what when where why how which this that these those there here then now but and or so yet " +
    "if as at by for from in into of on to with about after before during since until while because although though however also both each every all " +
    "some any many most more other another such no not nobody everyone someone one two three four five six seven eight nine ten earlier later meanwhile " +
    "according among between under over only even just still again once never nearly almost half help last next first second third is are was were " +
    "be been being has have had do does did will would can could may might must shall should yes nor neither either than unlike despite whether the a an " +
    "today yesterday tomorrow tonight overnight overall instead moreover nevertheless today's seventeen dozens hundreds thousands",
);
/** Prepositions before places. */
export const BEFORE_PLACES = set("in at near from to outside around across of toward towards through off");
/** Last words of companies and the like. */
export const BODY_ENDINGS = set(
  "inc ltd corp co company corporation group plc llc gmbh ag sa records pictures films studios entertainment university college institute association club fc " +
    "league party union bank museum foundation society council committee commission agency ministry department railway airlines airways team band orchestra",
);
/** Beside the dates of a page, not of what it tells. */
export const FILING = set("archived retrieved accessed updated edited isbn via");
/** Beside shares and densities. */
export const RATE_WORDS = set("density per");
/** A number before these is an amount, whatever it looks like. */
export const UNITLESS = set(
  "people men women km miles metres meters tonnes kg feet dollars euros pounds ft inhabitants residents households seats votes homes troops",
);
/** Who is beside these speaks. */
export const SAYING = set(
  "said says told added announced warned claimed argued insisted replied wrote tweeted recalled explained noted confirmed denied",
);
/** A verb in the past right after a name makes it a subject. */
export const SUBJECT_VERBS =
  /^(?:was|were|is|are|has|had|will|who|[a-z]{2,}ed|won|beat|led|came|gave|took|made|wrote|began|became|left|held|met|spoke|struck|hit|fell|ran|sent)$/u;
