/** Words that belong to names without being them; all as `foldName` gives them. Tables walked by `names.ts`. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Titles, ranks and offices in front of a name ("Gen.", "Prime Minister", "Commander-in-Chief"). */
export const TITLES = set(
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister imam rabbi sheikh ayatollah pope cardinal archbishop bishop " +
    "president vice deputy former ex acting interim outgoing incoming elect prime minister premier chancellor king queen prince princess emir sultan crown " +
    "sen senator rep representative congressman congresswoman gov governor mayor councillor councilor mp mep speaker secretary undersecretary ambassador envoy " +
    "foreign defense defence interior finance health justice home energy commissioner commander commanding chief in of the staff general major brigadier " +
    "lieutenant lt col colonel capt captain maj brig gen adm admiral vadm radm rear air marshal sgt sergeant cpl corporal private pvt judge attorney " +
    "spokesman spokeswoman spokesperson director chairman chairwoman chair head leader coach doctor detective inspector officer sheriff deputy police fire first lady",
);
/** Letters and numerals behind a name. */
export const POST_NOMINALS = set("jr sr ii iii iv phd md mp mep qc kc obe cbe");
/** Little words inside names, left out of comparison: "Ursula von der Leyen", "Ahmed al-Sharaa". */
export const PARTICLES = set("von van der den de del della di da dos das du la le el al ul bin ibn ben abu");
/** East Asian family names that are nobody's given name in English. */
export const FAMILY_FIRST = set(
  "xi wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo zheng liang xie tang deng xiao han peng cao zeng tian dong pan cai jiang " +
    "wen hun li yu du jin qin qian shi wei yoon yun moon choi cho jang kwon hwang roh ban nguyen tran pham vo phan vu hoang bui dang",
);
/** East Asian family names that are also given names in English. */
export const FAMILY_OR_GIVEN = set("kim lee park jung chung shin kang lim long young");
/** One or two syllables of Chinese or Korean in Latin letters. */
export const SYLLABLES =
  /^(?:(?:zh|ch|sh|ph|th|ng|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,3}(?:ng|n|r|l|k|m|p|h|t|ck)?){1,2}$/u;
/** Vowels that one sound is written with in different systems. */
export const VOWEL_SWAPS = set("ae ea ou uo ie ei");
/** Given names that are one name in other languages, spellings or short forms. Only names with one surname are ever compared. */
export const GIVEN_VARIANTS: readonly string[] = [
  "mohammed muhammad mohamed mohammad muhammed mohamad mehmet mahomet",
  "ahmed ahmad ahmet",
  "hussein hussain husayn hossein hosein",
  "yousef yusuf youssef yousuf josef joseph joe",
  "abdullah abdallah abdulla",
  "ali aly",
  "ibrahim abraham",
  "omar umar",
  "hasan hassan",
  "said saeed sayed",
  "alexander aleksandr oleksandr alexandr aleksander alex sasha",
  "alexei aleksei alexey aleksey oleksii oleksiy",
  "sergei sergey serhiy serhii sergiy",
  "vladimir volodymyr wladimir",
  "dmitry dmitri dmytro dmitriy",
  "nikolai nikolay mykola nicolai",
  "mikhail mykhailo michael mike mihail",
  "andrei andrey andriy andrii andrew",
  "yevgeny evgeny yevgeniy yevhen evgeni",
  "yuri yury yurii yuriy iurii",
  "vitaly vitaliy vitalii vitali",
  "vasily vasyl vasiliy",
  "pavel pavlo paul",
  "petr petro pyotr peter",
  "igor ihor",
  "oleg oleh",
  "anatoly anatoliy anatolii",
  "valery valerii valeriy valerie",
  "gennady hennadiy gennadiy",
  "roman romain",
  "ekaterina yekaterina kateryna katerina catherine kate",
  "elena yelena olena helen",
  "natalia nataliya natalya natalie",
  "tatiana tatyana tetiana",
  "svetlana svitlana",
  "viktor victor",
  "jozef jose",
  "tony anthony antony",
  "bill william will billy",
  "bob robert rob bobby",
  "jim james jimmy",
  "tom thomas",
  "dan daniel danny",
  "dave david",
  "steve steven stephen",
  "chris christopher christian",
  "matt matthew",
  "nick nicholas nicolas",
  "ben benjamin binyamin",
  "sam samuel",
  "ed edward eddie",
  "ted theodore edward",
  "rick richard dick rich",
  "ron ronald",
  "don donald",
  "ken kenneth kenny",
  "greg gregory",
  "jeff jeffrey geoffrey geoff",
  "tim timothy",
  "jon jonathan john johnny",
  "charlie charles chuck",
  "larry lawrence laurence",
  "liz elizabeth beth",
  "kathy katherine catherine kate katie",
  "sue susan",
  "pete peter",
  "andy andrew",
  "phil philip phillip",
  "josh joshua",
  "jake jacob",
  "zack zachary zach",
];
