import { findTimes } from "../claims/times.ts";
import type { QuestionPart } from "./question.ts";

const OPENING =
  /^(?:and |so )?(?:(?:what|how much)(?: has| have| had| else| all)* changed|what (?:are|were) the changes|(?:where|how|on (?:what|which) points?) (?:do|does|did) .{1,80}? (?:disagree|differ|contradict)(?: each other| one another)?)\b/iu;

/** Words that join the topic or a time to what stands before. */
const JOINERS =
  /^(?:\s|,|between\b|and\b|from\b|to\b|since\b|on\b|in\b|about\b|over\b|with\b|regarding\b|concerning\b|for\b|at\b)+/iu;
const TRAILERS = /(?:\s|,|\?|\bbetween|\band|\bfrom|\bto|\bsince|\bon|\bin)+$/iu;

/**
 * What a question about changes or differences asks of, as questions for the figure itself: "What changed between Monday and
 * Friday in the number of tents?" → "How many tents?", "What was the number of tents?". Empty where it names no topic.
 */
export function asFigureQuestions(part: QuestionPart): readonly string[] {
  const opening = OPENING.exec(part.text)?.[0];
  if (opening === undefined) return [];
  let rest = part.text.slice(opening.length);
  const times = part.kind === "changes" ? findTimes(rest, { published: null }).toReversed() : [];
  for (const { span } of times) rest = `${rest.slice(0, span.start)} ${rest.slice(span.end)}`;
  const topic = rest.replace(JOINERS, "").replace(TRAILERS, "").replaceAll(/\s+/gu, " ");
  const bare = topic.replace(/^(?:the |a |an )?(?:(?:total|number|count|figure|amount)s? (?:of|for) )?(?:the )?/iu, "");
  if (bare === "") return [];
  const owned = /^(.{2,60}?)['’]s? (.{2,60}?)(| (?:in|at|on|over|for|during) .+)$/u.exec(bare);
  const having = owned ? [`How many ${owned[2]} did ${owned[1]} have${owned[3]}?`] : [];
  return [...having, `How many ${bare}?`, `What was ${topic}?`];
}
