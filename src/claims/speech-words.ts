import type { Certainty } from "./claim.ts";

/** One saying verb: its forms in the order says, said (and said in passive), saying; what it makes of what follows. */
export type SayingVerb = {
  readonly forms: readonly string[];
  readonly certainty: Certainty;
  /** True where what follows is called an estimate. */
  readonly estimate: boolean;
};

const verbs = (rows: string, certainty: Certainty, estimate: boolean): readonly (readonly [string, SayingVerb])[] =>
  rows.split("|").flatMap((row) => {
    const forms = row.trim().split(" ");
    return forms.map((form) => [form, { forms, certainty, estimate }] as const);
  });

/** Saying verbs by form. `say says said saying`; a row with fewer forms leaves out those that are mostly nouns or adjectives. */
export const SAYING_VERBS: ReadonlyMap<string, SayingVerb> = new Map([
  ...verbs(
    "say says said saying|tell tells told telling|report reports reported reporting|claim claims claimed claiming|announce announces announced announcing|" +
      "reveal reveals revealed revealing|note notes noted noting|warn warns warned warning|write writes wrote written writing|insist insists insisted insisting|" +
      "state states stated stating|add adds added adding|argue argues argued arguing|assert asserts asserted asserting|allege alleges alleged alleging|" +
      "declare declares declared declaring|explain explains explained explaining|emphasize emphasizes emphasized emphasizing|emphasise emphasises emphasised emphasising|" +
      "stress stresses stressed stressing|highlight highlights highlighted highlighting|maintain maintains maintained maintaining|contend contends contended contending|" +
      "suggest suggests suggested suggesting|reply replies replied replying|respond responds responded responding|remark remarks remarked|" +
      "comment comments commented|tweet tweets tweeted tweeting|post posts posted posting|repeat repeats repeated repeating|reiterate reiterates reiterated reiterating|" +
      "disclose discloses disclosed disclosing|testify testifies testified testifying|predict predicts predicted predicting|boast boasts boasted boasting|" +
      "vow vows vowed vowing|pledge pledges pledged pledging|promise promises promised promising|threaten threatens threatened threatening|" +
      "complain complains complained complaining|conclude concludes concluded concluding|find finds found finding|show shows showed showing|charge charges charged|accuse accuses accused accusing|" +
      "speak speaks spoke speaking|talk talks talked talking|rule rules ruled ruling|decide decides decided deciding|answer answers answered answering|counter counters countered countering|grumble grumbles grumbled|joke jokes joked|" +
      "shout shouts shouted|swear swears swore|assure assures assured assuring|advise advises advised advising|signal signals signalled signaled|hint hints hinted|" +
      "inform informs informed informing|caution cautions cautioned cautioning|recall recalls recalled recalling|quip quips quipped|" +
      "agree agrees agreed|point points pointed pointing|condemn condemns condemned condemning|describe describes described describing|" +
      "put puts|count counts counted counting|record records recorded|believe believes believed believing|think thinks thought thinking|suspect suspects suspected suspecting|" +
      "fear fears feared fearing|expect expects expected expecting|express expresses expressed expressing|contrast contrasts contrasted contrasting|" +
      "recognize recognizes recognized recognizing|recognise recognises recognised recognising|indicate indicates indicated indicating|list lists listed listing|" +
      "release releases released releasing|publish publishes published publishing|issue issues issued issuing|order orders ordered ordering",
    "claimed",
    false,
  ),
  ...verbs(
    "estimate estimates estimated estimating|assess assesses assessed assessing|calculate calculates calculated calculating|project projects projected projecting|" +
      "forecast forecasts forecasted forecasting|reckon reckons reckoned reckoning",
    "claimed",
    true,
  ),
  ...verbs(
    "confirm confirms confirmed confirming|acknowledge acknowledges acknowledged acknowledging|admit admits admitted admitting|concede concedes conceded conceding|" +
      "verify verifies verified verifying|corroborate corroborates corroborated corroborating",
    "confirmed",
    false,
  ),
  ...verbs(
    "deny denies denied denying|reject rejects rejected rejecting|dispute disputes disputed disputing|refute refutes refuted refuting|dismiss dismisses dismissed dismissing",
    "denied",
    false,
  ),
]);

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Forms that are as often a noun, an adjective or another verb: they count only with a subject that can speak and something said behind. */
export const DOUBTFUL_FORMS = set(
  "claim claims report reports estimate estimates state states note notes count counts put puts charge charges project projects forecast forecasts record records " +
    "post posts find finds found list lists order orders ordered issue issues point points pointed express expresses contrast contrasts release releases released publish publishes " +
    "published issued listed recorded suspect suspects fear fears promise promises pledge pledges comment comments remark remarks threaten threatens threatened expect expects expected " +
    "agree agrees agreed think thinks thought describe describes described recognize recognized recognise recognised dispute disputes stated counted reject rejects rejected dismiss dismisses dismissed condemned vow vows rule rules ruled decide decides decided answer answers counter counters signal signals hint hints",
);
/** Verbs that credit what follows only if "that" or a clause follows: with a bare object they tell an act ("expressed optimism", "ordered troops"). */
export const CLAUSE_VERBS = set(
  "order orders ordered ordering issue issues issued issuing release releases released releasing publish publishes published publishing point points pointed pointing find finds found " +
    "finding show shows showed showing expected expecting agree agrees agreed threaten threatens threatened promise promises promised pledge pledges pledged think thinks thought charge charges charged accuse accuses accused " +
    "declare declares declared declaring inform informs informed informing recognize recognized recognise recognised describe describes described describing vow vows vowed post posts posted posting list lists listed add adds added concede concedes conceded conceding rule rules ruled ruling decide decides decided deciding answer answers answered answering counter counters countered countering assure assures assured advise advises advised advising signal signals signalled signaled hint hints hinted swear swears swore",
);
/** Verbs that credit only what stands behind "of": "the union spoke of 1,200 marchers". */
export const OF_VERBS = set("speak speaks spoke speaking talk talks talked talking");
/** Passive forms after which "by" names who says so, and which alone mean that somebody does. */
export const REPORTING_PARTICIPLES = set(
  "reported said told claimed announced estimated believed confirmed alleged released published cited quoted stated revealed verified disclosed recorded counted put issued given provided calculated assessed described projected denied acknowledged",
);
/** Passive without "by" that leaves a claim to others: "was reported", "is said to", "is believed to". */
export const HEARSAY_PARTICIPLES = set("reported said believed alleged thought rumored rumoured understood claimed");
/** Participles that credit their subject ("…, adding that"); others ("expressing", "highlighting") tell how something was done. */
export const SAYING_PARTICIPLES = set(
  "saying adding noting claiming warning reporting stating announcing telling writing insisting arguing alleging asserting explaining stressing emphasizing emphasising suggesting acknowledging admitting conceding confirming denying estimating predicting revealing boasting concluding maintaining contending replying reiterating",
);
/** Adverbs and adjectives of hearsay. */
export const HEARSAY_WORDS: ReadonlyMap<string, Certainty> = new Map([
  ["reportedly", "reported"],
  ["purportedly", "reported"],
  ["allegedly", "claimed"],
  ["supposedly", "reported"],
]);
/** Verbs of telling whose first object is the listener. */
export const TELLING = set(
  "tell tells told telling inform informs informed informing warn warns warned warning remind reminded assured assure",
);
/** Word before a place or a person that introduces who is credited: the phrase, its words. */
export const CREDITING_PHRASES: readonly (readonly string[])[] = [
  ["according", "to"],
  ["in", "the", "words", "of"],
  ["in", "the", "view", "of"],
  ["as", "per"],
];
/** "citing X", "quoting X": the report rests on X. */
export const CITING = set("citing quoting");
/** Nouns for what is said: "Ukraine's estimate of", "figures from the ministry", "a new U.S. assessment". */
export const REPORT_NOUNS = set(
  "figure figures estimate estimates count counts tally tallies toll assessment assessments analysis analyses report reports data statement statements claim claims number numbers total totals statistics " +
    "calculation calculations survey poll study findings records account accounts briefing update bulletin projection projections forecast forecasts post posts message intelligence-assessment",
);
/** Report nouns that call the thing an estimate. */
export const ESTIMATE_NOUNS = set(
  "estimate estimates assessment assessments analysis projection projections forecast forecasts calculation calculations",
);
/** Nouns for people and bodies that speak; the last word of a subject must be one, or a name. */
export const SPEAKING_NOUNS = set(
  "commander-in-chief president-elect vice-president co-founder founder official officials source sources minister ministers ministry ministries government governments president premier chancellor governor mayor mayors spokesman spokeswoman spokesperson spokespeople spokesmen " +
    "chief chiefs head commander commanders general admiral colonel leader leaders police military army navy forces force staff command guard agency agencies service services department departments office bureau board " +
    "committee commission council parliament court judge judges prosecutor prosecutors attorney attorneys lawyer lawyers senator senators lawmaker lawmakers legislator legislators congressman congresswoman representative representatives " +
    "ambassador envoy diplomat diplomats adviser advisers advisor advisors aide aides secretary director directors executive executives chairman chairwoman chair ceo company companies firm firms group groups union unions " +
    "organization organizations organisation organisations charity campaigners activists activist researchers researcher scientists scientist experts expert analysts analyst economists economist observers observer historians " +
    "doctor doctors hospital hospitals nurse medics paramedics rescuers firefighters firefighter authorities authority regulator operator airline airport airports bank banks investigators investigator inspectors " +
    "witness witnesses resident residents neighbors neighbours relatives family families mother father wife husband son daughter brother sister survivors survivor victims farmer farmers worker workers owner owners manager teachers teacher " +
    "students student professor university institute watchdog monitor monitors ngo ngos agency media outlet outlets newspaper newspapers channel broadcaster reporter reporters journalist journalists blogger bloggers " +
    "administration intelligence kremlin embassy delegation team coach player captain side sides party parties coalition alliance rebels militants insurgents defense defence people man woman men women boy girl soldier soldiers troops officer officers " +
    "candidate campaign king queen prince princess pope bishop archbishop priest imam author authors critics supporters opponents negotiators mediators inspector coroner sheriff fire division unit battalion brigade district seismologists forecasters meteorologists volcanologists geologists epidemiologists centre center society association federation network foundation fund programme program " +
    "panel jury inquiry league club clubs striker surgeon surgeons broker goalkeeper midfielder neighbour neighbor pilot pilots captain skipper crew tenant tenants commuters passengers passenger volunteer guest guests host hosts nurse nurses steward stewards driver drivers " +
    "taoiseach tanaiste mission camp prefecture prefect organisers organizers organiser organizer clerk engineer engineers headteacher chamber coastguard coastguards lawyers spokespersons trust secretariat tribunal municipality retailer carrier insurer insurers brokers lender utility utilities supplier developer maker manufacturer protesters demonstrators marchers strikers employers employer trustees shareholders investors lifeguards volunteers midwife imams rabbi deputy deputies treasurer registrar returning-officer curator engineer seismologist meteorologist hydrologist geologist virologist epidemiologist biologist forecaster observatory archaeologists archaeologist",
);
/** Nouns that end so are mostly persons: "surgeons" are not, "pathologist", "shareholder", "referees" are. */
export const PERSON_ENDING = /(?:ists?|ians?|[^aeiou]ers?|eers?|ees?|tors?|men|man|women|woman)$/u;
/** Nouns with such an ending that are none. */
export const NO_PERSONS = set(
  "number numbers water weather letter letters paper papers winter summer power powers tower towers river rivers order orders chapter quarter quarters matter matters list lists " +
    "factor factors sector sectors monitors computer computers server servers poster posters banner banners charter register registers counter counters tender tenders barrier barriers " +
    "border borders corner danger dinner finger gutter hammer ladder layer lever manner murder murders offer offers pepper proper shelter shelters shoulder silver supper temper thunder timber transfer " +
    "trigger wonder cancer cluster disaster disasters filter fever laser meter meters centimeter order disorder encounter folder header helicopter helicopters container containers carrier trailer tanker " +
    "bulletin tree trees fee fees degree degrees coffee knee knees actor reactor reactors tractor tractors vector elevator elevators generator generators motor motors indicator indicators calculator " +
    "consist exist twist mist fist assist resist human roman german ocean",
);
/** Report nouns may also be subjects ("the report says"), with no person behind. */
export const SPEAKING_REPORTS = set(
  "report reports statement study survey poll analysis document documents assessment assessments letter filing lawsuit indictment readout communique",
);
/** Report nouns that speak only with a name ("Example Survey data show"). */
export const DATA_NOUNS = set("data figures statistics numbers records");
/** Subjects of these words alone credit nobody: "Reports suggest". */
export const VAGUE_REPORTS = set("reports rumors rumours accounts");
/** Media in general: certainty `reported`. */
export const MEDIA_NOUNS = set(
  "media press newspapers outlets newspaper channels channel broadcaster broadcasters tabloid",
);
/** Words that name an outlet when capitalised at the end of a name ("the Example Times"). */
export const OUTLET_ENDINGS = set(
  "times post independent tribune globe herald journal gazette chronicle mirror telegraph observer review guardian news tv television radio daily today magazine wire press standard sun mail express broadcasting economist",
);
/** Outlets whose names do not show it; names that would be taken for people or bodies otherwise. General knowledge, folded. */
export const OUTLETS = set(
  "bloomberg reuters ap afp bbc cnn nbc cbs abc npr pbs msnbc cnbc politico axios al-jazeera jazeera tass ria interfax xinhua ansa dpa efe kyodo yonhap nhk cbc rte dw rfi spiegel bild monde figaro welt zeit nyt wp wsj ft fox sky itv upi pti propublica semafor vox buzzfeed meduza",
);
/** Words of time and manner before a subject that are no part of it. */
export const NOT_SUBJECT = set(
  "today yesterday tomorrow tonight earlier later meanwhile however separately week month year night morning evening afternoon weekend monday tuesday wednesday thursday friday saturday sunday previously recently",
);
/** What may stand between subject and verb. */
export const BETWEEN_SUBJECT_AND_VERB = set(
  "has have had also then later recently previously earlier now already however meanwhile separately again repeatedly publicly initially did does do is was were are still once further even only first never ever all both themselves himself herself itself just subsequently privately officially reportedly quickly",
);
/** Conjunctions that open another clause, which may be said by another. */
export const CLAUSE_OPENERS = set("while but though although whereas however yet");
/** After a verb these open an adjunct, not what is said. */
export const ADJUNCT_OPENERS = set(
  "on in at to during via through from late early earlier last this yesterday today tonight monday tuesday wednesday thursday friday saturday sunday by over after before without when as following ahead under separately again later next for with of about amid shortly afterwards afterward",
);
/** Verbs for what a figure amounts to: "This works out at 70 a day" keeps the speaker of the figure before. */
export const WORKING_OUT = set(
  "works amounts equates translates represents comprises includes breaks compares means equals averages adds brings makes puts takes",
);
/** What cannot be checked: words that a sentence must hold together. */
export const UNVERIFIED =
  /\b(?:could not|couldn['’]t|cannot|can['’]t|(?:has|have|had) not|(?:was|were|is|are) (?:not|unable to)|unable to|not possible to|impossible to|yet to)\b[^.;]{0,60}?\b(?:verify|verified|confirm|confirmed|corroborate|corroborated)\b|\b(?:no|without) independent (?:confirmation|verification)\b|\bnot been (?:independently )?(?:verified|confirmed)\b|\bunverified\b|\bunconfirmed\b/iu;
/** Subjects with which such a sentence points back to the one before. */
export const POINTS_BACK =
  /^\s*(?:they|it|this|that|these|those|(?:the|that|this|these|those|both|neither|his|her|its|their)(?:\s\w+){0,2}?\s(?:claims?|reports?|figures?|numbers?|details?|statements?|accounts?|videos?|footage|images?|tolls?|allegations?|information|assertions?|sides?)|(?:details|neither|none))\b/iu;
