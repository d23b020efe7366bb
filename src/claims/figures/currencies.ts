/** Signs before (or behind) an amount, longest first where one begins another. "$" and "£" alone are the ones that most English news means. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₴", "UAH"],
  ["₺", "TRY"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["₫", "VND"],
  ["฿", "THB"],
  ["₿", "BTC"],
  ["₡", "CRC"],
  ["₾", "GEL"],
  ["₭", "LAK"],
  ["₸", "KZT"],
  ["₵", "GHS"],
]);

/** Letters glued before a sign that say whose it is: "A$5m", "US$2bn", "CN¥". */
export const SIGN_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["us$", "USD"],
  ["u.s.$", "USD"],
  ["a$", "AUD"],
  ["au$", "AUD"],
  ["c$", "CAD"],
  ["ca$", "CAD"],
  ["nz$", "NZD"],
  ["hk$", "HKD"],
  ["s$", "SGD"],
  ["r$", "BRL"],
  ["nt$", "TWD"],
  ["mx$", "MXN"],
  ["cn¥", "CNY"],
]);

/** Codes before or behind an amount, as written: "USD 5 million", "5 million EUR". */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  "USD EUR GBP JPY CNY RMB INR RUB UAH CHF CAD AUD NZD HKD SGD SEK NOK DKK PLN CZK HUF TRY ILS KRW BRL MXN ZAR NGN KES EGP SAR AED QAR PKR BDT IDR MYR PHP THB VND TWD ARS CLP COP PEN RON BGN KZT GEL BTC".split(
    " ",
  ),
);

/** Codes that are no words of their own are known in small letters too: "10 usd". */
const SMALL_CODES: ReadonlySet<string> = new Set("usd eur gbp jpy cny rmb chf".split(" "));

/** The currency of a code as written, or null where it is none. */
export function currencyOfCode(written: string): string | null {
  const code = SMALL_CODES.has(written) ? written.toUpperCase() : written;
  if (!CURRENCY_CODES.has(code)) return null;
  return code === "RMB" ? "CNY" : code;
}

/** Abbreviations before an amount: "Rs 5 crore". */
export const CURRENCY_PREFIX_WORDS: ReadonlyMap<string, string> = new Map([
  ["rs", "INR"],
  ["inr", "INR"],
  ["rmb", "CNY"],
]);

/** A currency word behind an amount. `part` is what one of it is worth in the currency (cents). */
export type CurrencyWord = { readonly code: string; readonly part: number };

function words(code: string, list: string, part = 1): readonly (readonly [string, CurrencyWord])[] {
  return list.split("|").map((word): readonly [string, CurrencyWord] => [word, { code, part }]);
}

/**
 * Currency words behind an amount, by lower-case phrase. A bare "dollar" is the United States' one. Words shared by
 * many countries without a common reading (pesos, dinars) keep a unit of their own and compare only with themselves.
 */
export const CURRENCY_WORDS: readonly (readonly [phrase: string, currency: CurrencyWord])[] = [
  ...words("USD", "dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollars|bucks"),
  ...words("USD", "cent|cents|us cents|u.s. cents", 0.01),
  ...words("CAD", "canadian dollar|canadian dollars"),
  ...words("AUD", "australian dollar|australian dollars"),
  ...words("NZD", "new zealand dollar|new zealand dollars"),
  ...words("HKD", "hong kong dollar|hong kong dollars"),
  ...words("SGD", "singapore dollar|singapore dollars"),
  ...words("TWD", "taiwan dollar|taiwan dollars"),
  ...words("EUR", "euro|euros"),
  ...words("GBP", "pound sterling|pounds sterling|british pound|british pounds|quid"),
  ...words("GBP", "pence|penny|pennies", 0.01),
  ...words("EGP", "egyptian pound|egyptian pounds"),
  ...words("LBP", "lebanese pound|lebanese pounds|lebanese lira"),
  ...words("JPY", "yen|japanese yen"),
  ...words("CNY", "yuan|chinese yuan|renminbi|kuai"),
  ...words("KRW", "south korean won|korean won"),
  ...words("INR", "rupee|rupees|indian rupee|indian rupees"),
  ...words("PKR", "pakistani rupee|pakistani rupees"),
  ...words("LKR", "sri lankan rupees"),
  ...words("RUB", "rouble|roubles|ruble|rubles|russian rubles|russian roubles"),
  ...words("UAH", "hryvnia|hryvnias|hryvni|hryvna"),
  ...words("TRY", "turkish lira|turkish liras"),
  ...words("lira", "lira|liras|lire"),
  ...words("CHF", "swiss franc|swiss francs"),
  ...words("XAF", "cfa franc|cfa francs"),
  ...words("franc", "franc|francs"),
  ...words("SEK", "swedish krona|swedish kronor|kronor"),
  ...words("NOK", "norwegian krone|norwegian kroner|norwegian crowns"),
  ...words("DKK", "danish krone|danish kroner|danish crowns"),
  ...words("CZK", "koruna|korunas|czech koruna|czech crowns"),
  ...words("krone", "krone|kroner|krona|crowns"),
  ...words("PLN", "zloty|zlotys|zlotych"),
  ...words("HUF", "forint|forints"),
  ...words("RON", "lei|romanian lei"),
  ...words("BGN", "leva|bulgarian leva"),
  ...words("ILS", "shekel|shekels"),
  ...words("BRL", "reais|brazilian reais"),
  ...words("MXN", "mexican peso|mexican pesos"),
  ...words("ARS", "argentine peso|argentine pesos"),
  ...words("PHP", "philippine peso|philippine pesos"),
  ...words("peso", "peso|pesos"),
  ...words("ZAR", "south african rand|rand"),
  ...words("NGN", "naira"),
  ...words("GHS", "cedi|cedis"),
  ...words("KES", "kenyan shillings"),
  ...words("shilling", "shilling|shillings"),
  ...words("SAR", "saudi riyals|saudi riyal"),
  ...words("QAR", "qatari riyals"),
  ...words("IRR", "iranian rials|rials|tomans"),
  ...words("riyal", "riyal|riyals"),
  ...words("AED", "dirham|dirhams"),
  ...words("dinar", "dinar|dinars"),
  ...words("THB", "baht"),
  ...words("IDR", "rupiah"),
  ...words("MYR", "ringgit"),
  ...words("VND", "dong"),
  ...words("BDT", "taka"),
  ...words("KZT", "tenge"),
  ...words("GEL", "lari"),
  // Gone, and still in the news of their time.
  ...words("FIM", "markka|finnish markka|finnish marks"),
  ...words("DEM", "deutsche mark|deutsche marks|deutschmark|deutschmarks|german marks"),
  ...words("ESP", "peseta|pesetas|spanish pesetas"),
  ...words("NLG", "guilder|guilders|dutch guilder|dutch guilders"),
  ...words("ATS", "schilling|schillings|austrian schillings"),
  ...words("GRD", "drachma|drachmas"),
  ...words("PTE", "escudo|escudos"),
  ...words("CRC", "colones"),
  ...words("LAK", "kip"),
  ...words("BTC", "bitcoin|bitcoins"),
  ...words("BTC", "satoshi|satoshis", 1e-8),
];

/** Verbs and nouns of money near which bare "pounds" are sterling, not a weight. */
export const MONEY_WORDS: ReadonlySet<string> = new Set(
  "cost costs costing paid pay pays paying price prices priced worth spent spend spends fine fined fee fees budget fund funds funding funded invest invested investment aid debt loan loans salary wage wages bill bills earn earned earns sold sell sells bought buy profit profits loss revenue revenues tax taxes damage damages compensation reward bounty bail donated donation donations raised savings saving subsidy grant grants support".split(
    " ",
  ),
);
