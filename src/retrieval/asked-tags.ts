import { tagWords } from "../claims/tag.ts";
import type { Tag } from "../claims/tag.ts";
import type { QuestionPart } from "../question/question.ts";
import { stem } from "../text/stem.ts";

const TAGS = new WeakMap<QuestionPart, ReadonlyMap<string, Tag>>();

/** The tags of a part's words by their stems, of equal ones that of the last; tagged at first use and kept as long as the part is. */
export function tagsOf(part: QuestionPart): ReadonlyMap<string, Tag> {
  const known = TAGS.get(part);
  if (known) return known;
  const tags = new Map(tagWords(part.text).map(({ tag, text }) => [stem(text), tag]));
  TAGS.set(part, tags);
  return tags;
}
