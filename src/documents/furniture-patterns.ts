/**
 * What pages print between the paragraphs of a report and what is no part of it. General habits of English-language news sites; a newcomer adds a
 * row. All patterns are anchored and bounded, so that they stay linear.
 */

/** Begin a line, and make furniture of it up to its end: "SEE ALSO: …". In capitals they may also follow the end of a sentence. */
const LEAD_INS = [
  "see also|see more|see related|read also|also read|also see|also watch|also listen|read more|read next|read this|read on|watch|watch live|watch more|watch now|watch this|",
  "listen|listen now|listen to this|listen here|related|related (?:articles?|content|coverage|links?|news|posts?|reading|stories|story|topics?)|recommended(?: for you)?|",
  "more on this|more on this (?:story|topic)|more from [\\p{L} .&'\u2019]{1,40}|don['\u2019]t miss|must read|must watch|most read|most popular|most viewed|trending(?: now)?|up next|",
  "editor['\u2019]?s['\u2019]? (?:picks?|choice)|in pictures|in photos|photo gallery|gallery|further reading|continue reading|keep reading|you may also like|you might also like|",
  "sign up|subscribe|download|follow us|join us|share this|tags?|filed under|topics",
].join("");

/** The words above, then a colon, a bar or an arrow. */
export const LEAD_IN = new RegExp(
  `^[>\u00BB\u25BA\u25B6\u2192*_\\s]{0,8}(?:${LEAD_INS})[*_]{0,2}\\s?(?:[:|\u00BB\u203A\u2192\u25BA]|>>)`,
  "iu",
);

/** A lead-in in capitals inside a line, where the end of a sentence stands before it. */
export const GLUED_LEAD_IN =
  /(?<=[.!?"\u201D\u2019]\s?)(?:SEE ALSO|READ MORE|READ ALSO|ALSO READ|READ NEXT|WATCH|LISTEN|RELATED|RECOMMENDED|DON['\u2019]T MISS): /gu;

/** Lines that are furniture as a whole, matched from end to end. */
const WHOLE_LINES: readonly string[] = [
  "advertisements?|advertising|sponsored(?: content| post)?|promoted(?: content)?|paid (?:content|post)|ad feedback",
  "(?:the )?(?:story|article|content|report) continues (?:below|after).{0,60}|continues? (?:reading )?below.{0,60}|scroll (?:down )?to continue.{0,60}",
  "(?:please )?(?:sign up|subscribe|register)\\b.{0,40}\\b(?:newsletters?|inbox|alerts?|updates?|briefings?|e-?mails?|subscription|podcasts?|channel|free|today|now)\\b.{0,120}",
  "(?:get|receive) .{0,80}\\b(?:newsletters?|inbox|alerts|push notifications)\\b.{0,120}",
  "(?:subscribe|sign up|sign in|log in|log out|register|donate)(?: now| here| today| to continue(?: reading)?)?",
  "(?:your|this) (?:browser|device|player) (?:does not|doesn['\u2019]t|cannot|can['\u2019]t|is not|isn['\u2019]t) (?:support|play|able).{0,100}",
  "(?:please )?(?:enable|turn on|activate) (?:javascript|cookies).{0,100}|javascript (?:is|must be) .{0,80}|(?:sorry, )?(?:this|the) video (?:is|cannot|can['\u2019]t|could) (?:not|be).{0,80}",
  "(?:click|tap|press|go) here(?: (?:to|for|if)\\b.{0,160})?|(?:click|tap) (?:on )?(?:the|to) .{0,100}",
  "share(?: (?:this|on|via|with|to)\\b.{0,60})?|(?:copy|copied) (?:the )?(?:link|url).{0,40}|tweet|pin it|email|e-mail|print|save|whatsapp|facebook|twitter|telegram|linkedin|reddit",
  "(?:follow|like|find|join) (?:us|me|our|[\\p{Lu}][\\p{L} .&'\u2019]{0,40}) (?:on|at) (?:facebook|twitter|x|instagram|telegram|youtube|tiktok|linkedin|threads|whatsapp|google news|mastodon|bluesky|social media)(?:(?:,| (?:and|or|for|at|to)\\b| @).{0,80})?",
  "(?:follow|download|get|install|try|join) (?:our .{0,50}\\b(?:app|channel|feed|newsletter|group|community|page)|the .{0,30}\\b(?:app|newsletter))\\b(?: (?:for|to|on|here|now|today|and)\\b.{0,60})?",
  "(?:read|see|watch|find|view) (?:more|next|also|the full (?:story|article|report|interview|video|list))(?: (?:about|on|at|from|here|in)\\b.{0,120})?",
  "(?:show|load|view|see) (?:more|less|all|comments|gallery|caption)|hide caption|toggle caption|enlarge this image|skip (?:to|ad|advert)\\b.{0,40}|back to (?:top|home)|jump to .{0,40}",
  "(?:leave|post|add|write) a (?:comment|reply)|\\d{0,6} ?comments?|comments? (?:are )?(?:closed|off)|join the (?:conversation|discussion)",
  "\\d{1,3}[- ](?:min|minute|minutes|mins)(?: read)?|(?:estimated )?(?:reading|read) time:? .{0,20}|listen to (?:this|the) (?:article|story).{0,40}|listen \\d.{0,20}|play (?:video|audio|episode)|now playing|\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?/ ?\\d{1,2}:\\d{2}(?::\\d{2})?)?",
  "embed(?: share)?|the code has been copied.{0,60}|the url has been copied.{0,60}|no media source currently available|direct link|pop-out player|loading(?:\\.{3}|\u2026)?",
  "(?:photo(?:graph)?s?|image|picture|video|file photo|illustration|credit|graphic|map|courtesy|source)(?: (?:credit|by|via|courtesy|source|copyright|caption))*(?: of)? ?[:/|\u00A9].{0,120}|(?:photo|image|picture)s? (?:by|via|courtesy of) .{0,100}",
  "\\(?(?:ap|afp|reuters|epa|getty|file) (?:photos?|file photo|images?|video)(?: ?[/|:(].{0,80}|\\))?|.{0,80}(?:[/|(—-]|\\b(?:via|by)) ?getty images\\)?|.{1,60}/(?:ap|afp|reuters|getty images|epa|shutterstock|zuma press)\\)?",
  "(?:\u00A9|\\(c\\)|copyright (?:\u00A9|\\(c\\)|\\d{4})).{0,160}|.{0,100}all rights reserved\\.?|(?:terms|conditions) (?:of|and) (?:use|service|conditions).{0,60}|privacy (?:policy|notice|settings)|cookie (?:policy|settings|preferences)|contact us|about us|report (?:a typo|an error).{0,60}",
  "(?:we|this (?:site|website)) uses? cookies.{0,200}|(?:accept|reject|manage) (?:all )?cookies|by (?:clicking|continuing|signing up|subscribing)\\b.{0,40}\\byou (?:agree|accept).{0,160}",
  "(?:support|back|fund) (?:our|independent|quality) (?:journalism|work|reporting|newsroom).{0,100}|become an? (?:member|subscriber|supporter|patron)(?: (?:today|now|here|to|and)\\b.{0,60})?|(?:already|not yet) a (?:member|subscriber)\\??.{0,40}|donate (?:to|now|today)\\b.{0,60}|if you (?:like|enjoy|value|appreciate)(?:ed)? .{0,60}(?:support|subscrib|donat|shar).{0,100}",
  "(?:this (?:article|story|report|post|piece) (?:was )?(?:first |originally )(?:appeared|published|posted)).{0,160}|republished (?:with|from|under)\\b.{0,120}",
  "table of contents|in this (?:article|story)|related(?: (?:articles?|content|coverage|links|news|posts|reading|stories|topics))?|trending|most (?:read|popular|viewed|shared)|recommended(?: for you)?|you (?:may|might) also like.{0,40}|more (?:stories|news|from .{1,40}|on this (?:story|topic)|to explore|like this)|editor['\u2019]?s['\u2019]? picks?|latest (?:news|stories|headlines)|up next|read (?:more|next|also)|see also|further reading|tags",
];

/** A line that is furniture as a whole, trimmed, whatever its capitals; a full stop or exclamation mark may follow. */
export const WHOLE_LINE = new RegExp(
  `^[>\u00BB\u25BA\u25B6\u2192*_\\s]{0,8}(?:${WHOLE_LINES.join("|")})[.!*_\u00BB\u203A\u2192>\\s]{0,8}$`,
  "iu",
);

/** Sentences that are furniture inside a paragraph that is none. */
const SENTENCES: readonly string[] = [
  "for (?:all|more|the latest|full|complete|further)\\b.{0,60}\\b(?:coverage|news|stories|updates|headlines|information|details|analysis|reporting)\\b.{0,80}\\b(?:click|tap|visit|go to|follow|read|head|check out|sign up|subscribe)\\b.{0,80}",
  "to (?:read|see|watch|hear|find|view|learn|subscribe|sign up)\\b.{0,120}\\b(?:click|tap)\\b.{0,60}|you can (?:read|watch|hear|listen to|find|view|subscribe|sign up)\\b.{0,120}\\bhere",
  "(?:click|tap) here\\b.{0,160}",
  "(?:please )?(?:sign up|subscribe|register)\\b.{0,60}\\b(?:newsletters?|inbox|alerts?|briefings?|podcasts?|channel)\\b.{0,120}",
  "(?:follow|like) us on .{0,120}|(?:read|see|watch) (?:more|the full (?:story|article|report|interview)) (?:here|on our .{1,60})",
  ".{1,80}\\b(?:gives|brings|offers|delivers|provides) you (?:all )?(?:of )?(?:the )?(?:latest|breaking|biggest|top|most important) (?:[\\p{L}-]{1,20} ){0,2}(?:news|developments|updates|headlines|stories|coverage|analysis)\\b.{0,240}",
  "your browser (?:does not|doesn['\u2019]t) support .{0,100}",
];

/** A whole sentence that is furniture. */
export const FURNITURE_SENTENCE = new RegExp(`^[(\\[]?(?:${SENTENCES.join("|")})[.!)\\]\\s]{0,4}$`, "iu");

/** Words without which a paragraph holds no such sentence: spares splitting most of them. */
export const FURNITURE_HINT =
  /\b(?:click|tap|here|sign up|subscribe|register|follow us|like us|on our|(?:brings|gives|offers|delivers|provides) you|visit|go to|follow|read|head|check out|browser)\b/iu;

/** Rules and rows of stars between parts of a page. */
export const RULE = /^[\s\p{Cf}*_=~\-\u2010-\u2015\u2022\u00B7.#|+<>^/\\`{}[\]]+$/u;

/** Marks before a heading or list item in Markdown and plain text; never part of a quote. */
export const LINE_MARK = /^(?:#{1,6}|[-*+\u2022\u2023\u2043\u25AA\u25CF\u25E6])\s+(?=\S)/u;
