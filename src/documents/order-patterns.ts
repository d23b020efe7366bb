/**
 * How a text speaks to whoever is to answer from it, a program most of all, instead of telling of the world. Habits of English, and the
 * commonest orders of a few other languages; a newcomer adds a row. Matched against folded text (small letters, straight marks), every
 * gap is bounded, so that they stay linear.
 */

/** What such an answer is called. */
const REPLY = "(?:response|reply|answer|output|message|completion|summary)(?:'s|s)?";

/** What it is told by, and what it is told to leave aside. */
const PROMPT = "(?:instructions?|prompts?|directives?|system messages?)";
const LEAVE_ASIDE =
  "(?:ignore|disregard|forget|override|bypass|discard|overrule|do not follow|don't follow|stop following|set aside|delete|erase)";
const SAID_BEFORE = "(?:above|preceding|previous|prior|earlier|foregoing|below|so far)";

/** Sentences that hold one of these anywhere outside a quotation. */
export const ORDER_ANYWHERE: readonly string[] = [
  `\\b(?:ignore|disregard|forget|do not follow) [^.;]{0,30}\\b(?:${SAID_BEFORE}|your|system|original)(?: \\p{L}{1,15}){0,2} ${PROMPT}\\b`,
  `\\b${SAID_BEFORE} ${PROMPT} (?:are|is|no longer|do not|must)\\b`,
  `\\b(?:in|of|to|from|with|into|throughout|within|at the (?:start|end|top) of) your (?:next |final |whole )?${REPLY}(?!\\p{L})`,
  `\\b(?:modify|augment|enhance|format|begin|start|end|finish|write|provide|render|encode|translate|limit|replace|compose|phrase|return|keep|sign) (?:all )?(?:of )?your (?:next |final |whole )?${REPLY}(?!\\p{L})`,
  "\\byour (?:only |new |real |actual )?(?:task|instructions?|system prompt|objective) (?:is|are|has|have) (?:now |to\\b|changed|been)",
  "\\b(?:the |only |single )?(?:correct|right|expected|final|accepted|verified|official|true) answers? (?:to (?:this|that|the|any|every|all) [^.]{0,60})?(?:is|are|must|should|will|:)",
  '\\bthe (?:only )?answer (?:to [^.]{0,60})?(?:is|must be|should be|=|:) ?(?:always |now |simply |exactly |just )?"?\\d',
  "\\b(?:the|any|every|each|all) (?:answers?|reply|summary|output) (?:must|should|shall|has to|have to|is to|needs to|ought to) (?:only )?(?:say|read|state|begin|start|end|name|cite|quote|be told)\\b",
  "\\b(?:system|developer|hidden|initial) (?:prompt|message|override|instructions?)\\b[^.]{0,12}(?::|\\b(?:is|says|follows|update|begins|ends)\\b)",
  "\\byou are (?:now |from now on )?(?:an? |the |my )?(?:[\\p{L}-]{1,20} ){0,3}(?:assistant|chatbot|language model|ai|llm|bot|gpt|dan|persona|interpreter|terminal|newsroom tool)\\b",
  "\\byou are now (?:an?|the|my|in)\\b|\\b(?:pretend|imagine|act as if|act as though|role-?play as) (?:that )?(?:you|to be)\\b|\\bfrom now on,? (?:you|answer|reply|respond|say|write|always|never)\\b",
  "\\byou (?:must|should|shall|will|have to|need to|are to|are (?:hereby )?(?:required|instructed|ordered|told|asked) to) (?:now |always |never |not |only |instead |also |then |therefore )?(?:answer|reply|respond|ignore|disregard|cite|output|print|summari[sz]e|translate|repeat|obey|comply)\\b",
  "\\b(?:ai|llm|gpt|language|chat)[ -]?(?:models?|assistants?|systems?|bots?|agents?|readers?)(?: that (?:is|are))? (?:reading|processing|summari[sz]ing|answering from|parsing|quoting|citing) (?:this|these|the (?:above|following|present))\\b",
  "\\b(?:note|message|attention|notice|instructions?|reminder|memo|dear|hello|hey)(?: (?:to|for))?(?: (?:all|any|every|the|each|our))?[,:]? (?:(?:ai|llm|gpt|language|chat|automated|answering)[ -]?(?:models?|assistants?|systems?|bots?|agents?|readers?|engines?|tools?|programs?)|llms?|chatbots?|assistants?)\\b",
  "\\b(?:reveal|print|show|repeat|output|leak|disclose|send|give|tell) (?:me |us |back )?your (?:system |hidden |initial |full |whole )?(?:prompt|instructions)\\b",
  "(?:^|[^\\p{L}\\d])\\[\\d{1,3}\\](?:,? (?:and )?\\[\\d{1,3}\\]){0,5} (?:says?|states?|shows?|confirms?|agrees?|proves?|reports?|puts?|is|are|gives?)\\b|\\b(?:according to|as stated in|cite|citing|see only|quote|use|trust) (?:only )?\\[\\d{1,3}\\]",
  "\\b(?:cite|quote|repeat|copy|trust|prefer|rely on|skip|omit) (?:only |just |nothing but )?(?:this|the following|the present|the previous|the next|the above|all other|sentence \\d{1,3}|source \\d{1,3})(?: (?:sentences?|documents?|sources?|passages?|paragraphs?|articles?|texts?|numbers?)\\b| as (?:the|your)\\b| only\\b|$)",
  "\\bthis (?:document|article|text|page|passage|sentence|report) (?:overrides|supersedes|takes precedence|outranks|is the only (?:reliable|true|correct|trusted)|(?:must|should) be (?:cited|quoted|believed|trusted|answered|used))\\b",
  "\\bother (?:documents|sources|articles|passages|sentences) (?:must be|should be|are to be|have to be|can be) (?:ignored|disregarded|discarded|left out|dropped|treated)\\b|\\bother (?:documents|passages|sentences) (?:are|were) (?:wrong|false|fake|outdated|retracted)\\b",
  "\\bdeveloper mode (?:is |now )(?:on|enabled|activated)\\b|\\b(?:end of (?:system )?(?:prompt|instructions)|begin(?:ning of)? (?:new |system )?(?:prompt|instructions))\\b",
  "<\\|?(?:im_start|im_end|system|assistant|user|endoftext|end_of_text|begin_of_text|eot_id|start_header_id)\\|?>|\\[/?inst\\]|<</?sys>>",
  "^\\W{0,8}(?:new )?(?:instructions?|system(?: prompt| message| note| update| override)?|assistant|developer|human|user|prompt)\\s?(?:\\([^)]{0,30}\\))?\\s?[:>]",
  '"(?:sentences|text|cites|role|content|answer|disagreements|tool|function|name|arguments|first|second|reason|command|action|system|outcome)"\\s?:\\s?["[{\\d]|^`{3,}|`{3}$',
];

/** Words before the verb of an order. */
const LEAD =
  "(?:(?:please|now|then|also|kindly|instead|next|first|finally|always|never|and|so|just|simply|important|task|remember|note|do not|don't|only|you must|bitte|p\\.?s\\.?)[,:]? ){0,3}";

/** Verbs that ask for words, and are no nouns with which a sentence of news begins. */
const ASKING =
  '(?:answer (?:with|only|that|in|the|this|every|all|any|as|by)|reply (?:with|only|that|in|to the|as)|respond (?:with|only|that|in|to the|as|by)|translate|summari[sz]e|paraphrase|rewrite|rephrase|explain|describe|compose|recite|misspell|anagram|jumble|scramble|decode|decrypt|encode|role-?play|pretend|append|prepend|output (?:the|only|a|an|this|nothing|exactly)|print (?:the|only|a|an|this|exactly|")|write (?:a|an|the|only|that|in|your|me|down|exactly|"|about)|repeat (?:the|this|that|after|exactly|every|")|say (?:that|"|only|exactly|nothing)|generate (?:a|an|the)|draft (?:a|an|the|me) [^.]{0,60}\\b(?:about|for|on|to)\\b|provide (?:a|an|the|your|me|us) [^.]{0,60}\\b(?:of|for|about|in|to|on|equivalent|example)\\b|break down the|develop an? [^.]{0,40}\\b(?:about|on)\\b|give me|tell (?:me|the user|the reader|them that)|show me|include (?:a|an|the|this) (?:sentence|link|line|word|phrase|paragraph|warning|note)|add (?:a|an|the|this|") ?(?:sentence|link|line|word|phrase|paragraph|warning|note|claim|quote|\\p{L}{1,30} reason)|insert (?:a|an|the|this|")|mention that|state that|conclude that|replace (?:every|each|all|any|the|letters|vowels)|remove (?:every|each|all|any) (?:spaces?|letters?|words?|numbers?|names?|quotes?|mentions?)|convert (?:every|each|all|vowels|letters|the)|use (?:only )?(?:numbers|symbols|anagrams|emojis?|capital letters|the word)|swap the|call the (?:function|tool)|execute|run the (?:command|function|code|tool)|visit (?:the )?(?:https?:|www\\.|[\\p{L}\\d-]{1,40}\\.(?:com|org|net|example|io|xyz))|open (?:https?:|www\\.)|click (?:on )?(?:this|the|here|https?:|www\\.)|download (?:the|this|our|it|https?:|www\\.)|count (?:the|every) (?:words|letters)|list (?:the|all) (?:steps|reasons|names) |propose (?:a|that|the)|mark (?:every|all|the|this) (?:sentences?|sources?|positions?|documents?|answers?)|treat (?:this|the|every|all|any) (?:following|above|sentences?|sources?|documents?|text|number|figure|as)|trust only|believe only|cite (?:only|the|this|sentence|source|as|it)|quote (?:only|this|the following)|stop (?:answering|reading|writing|here|and))';

/** A sentence that begins so, outside a quotation. */
export const ORDER_FIRST: readonly string[] = [
  `${LEAD}${LEAVE_ASIDE}\\b[^.;]{0,40}\\b(?:${PROMPT}|guidelines?|guardrails?|commands?|rules|${SAID_BEFORE}|(?:question|context|documents?|sources?|sentences?|positions?)(?![\\p{L}]))(?![\\p{L}])`,
  `${LEAD}${ASKING}(?![\\p{L}\\d])`,
  "(?:can|could|would|will) you (?:please )?(?:show|tell|explain|write|give|help|translate|describe|provide|summari[sz]e|answer)\\b",
  "how (?:do|would|can|should) (?:i|you) (?:say|solve|write|make|build|translate|spell|code|fix)\\b",
  "what(?:'s| is| are) '[^']{1,60}' in \\p{L}{3,20}\\b",
];

/** Orders in other languages: verbs with what is to be left aside, and verbs that ask for an answer. */
export const ORDER_ABROAD: readonly string[] = [
  "\\b(?:ignorier|missacht|vergiss|vergesst)\\p{L}{0,4}\\b[^.]{0,50}\\b(?:anweisung|anleitung|vorgab|regel|befehl|oben|vorherig)\\p{L}{0,6}|^(?:antworte|schreibe?|übersetze|sage?|nenne|gib) (?:nur|mit|dass|immer|auf|als|die|den|das|stattdessen|bitte)\\b",
  "\\b(?:ignore[zr]?|oublie[zr]?|négligez)\\b[^.]{0,50}\\b(?:instructions?|consignes?|règles|précède|précédente?s?)|^(?:réponds|répondez|écris|écrivez|dites|traduisez|traduis)(?![\\p{L}\\d])",
  "\\b(?:ignor|olvid|omit)(?:a|e|en|ad|á)(?: todas?| todos?)?\\b[^.]{0,50}\\b(?:instrucci|indicacion|regla|anterior)\\p{L}{0,6}|^(?:responde|responda|escribe|escriba|traduce|traduzca|di) (?:que|solo|sólo|con|siempre|en|a|al|la|el|únicamente)\\b",
  "\\b(?:ignora|ignorate|dimentica|dimenticate)\\b[^.]{0,50}\\b(?:istruzion|regol|precedent)\\p{L}{0,6}|^(?:rispondi|rispondete|scrivi|scrivete|traduci)\\b",
  "\\b(?:ignore|ignora|esqueça|desconsidere)\\b[^.]{0,50}(?:instruç|regras|anterior)\\p{L}{0,6}|^(?:responda|escreva|diga|traduza)\\b",
  "\\b(?:negeer|vergeet)\\b[^.]{0,50}\\b(?:instructie|opdracht|regel|bovenstaand)\\p{L}{0,6}|^(?:antwoord|schrijf|zeg|vertaal) (?:alleen|met|dat|altijd|in)\\b",
  "\\b(?:zignoruj|zapomnij|pomiń)\\b[^.]{0,50}(?:instrukcj|poleceni|powyższ|poprzedni)\\p{L}{0,6}|^(?:odpowiedz|napisz|przetłumacz)(?![\\p{L}\\d])",
  "(?:игнорир|проигнорир|забуд)\\p{L}{0,6}[^.]{0,50}(?:инструкц|указани|правил|выше|предыдущ)|^(?:ответь|напиши|скажи|переведи|отвечай)(?:те)?(?!\\p{L})",
  "(?:ігнору|проігнору|забуд)\\p{L}{0,6}[^.]{0,50}(?:інструкц|вказівк|правил|вище|попередн)|^(?:відпові|напиши|скажи|переклад)\\p{L}{0,5}",
  "(?:忽略|无视|無視|忘记|忘記|不要理会).{0,30}(?:指令|指示|提示|规则|規則|内容|以上|之前|上記)|(?:以上|之前|上記|前).{0,20}(?:忽略|无视|無視)|^请?(?:回答|回复|输出)",
  "(?:تجاهل|انس).{0,40}(?:التعليمات|السابقة|الأوامر|أعلاه)|(?:अनदेखा|नज़रअंदाज़|नजरअंदाज)|(?:önceki|yukarıdaki) .{0,30}(?:yok say|unut|görmezden)",
];

/** Beside an order: still the same voice. */
export const ORDER_GOES_ON: readonly string[] = [
  "\\b(?:you|your|yours|yourself)\\b",
  "^(?:do not|don't|thank you|thanks|ok|okay|sure|understood)\\b",
];

/** Letters of other alphabets that look like Latin ones, and the Latin ones. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw οo αa νv ιi κk ρp"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
