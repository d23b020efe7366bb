/** A text as a pattern that matches just it, in every flavour of regular expression; outside of square brackets. */
export const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
