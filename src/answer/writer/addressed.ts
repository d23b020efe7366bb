/** Words by which a text speaks to whoever reads it on somebody's behalf, rather than of the world. */
const ADDRESSED = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.]{0,40}\b(?:above|previous|prior|earlier|preceding|instructions?|prompts?|rules?|guidelines|everything)\b`,
    String.raw`\b(?:system|developer|assistant|user)\s*(?:prompt|message|note|instructions?|override)\b`,
    String.raw`^\W*(?:system|assistant|user|human|ai|instructions?)\s*:`,
    String.raw`\b(?:as an? )?(?:ai|language) (?:model|assistant)\b|\b(?:chat ?gpt|llm|chatbot)\b`,
    String.raw`\b(?:in|of|to|from|with|throughout|into) (?:your|the) (?:response|reply|answer|output|message|summary|text)\b`,
    String.raw`\byour (?:response|reply|answer|output|summary|instructions|task|prompt)\b`,
    String.raw`^\W*(?:please )?(?:answer|reply|respond|say|write|output|repeat|translate|summari[sz]e|provide|describe|explain|add|include|modify|augment|insert|append|render|replace|misspell|jumble|anagram|remove|promote|recommend|encourage|suggest|give|tell|compose|create|develop|generate|draft|visit|click|download|cite|pretend|act|do not|don['’]t|never|always|from now on|you (?:are|must|should|will|have to|need to))\b`,
    String.raw`\b(?:you must|you should|you are (?:now|required|instructed)|must be (?:answered|told|cited))\b`,
  ].join("|"),
  "iu",
);

/**
 * True for a sentence that gives its reader something to do, or speaks of prompts and replies. It is shown to no language model: news tells
 * of the world. What somebody is quoted with ("“Ignore the rules,” he said") may be taken for it too; the answer without a model still has it.
 */
export const addressesTheReader = (sentence: string): boolean => ADDRESSED.test(sentence);
