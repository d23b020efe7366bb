import type { Dimension } from "../claim.ts";

/** A unit of measurement. `value × factor + offset` is in the base unit. */
export type Unit = {
  readonly dimension: Dimension;
  /** Base unit that quantities are kept in. */
  readonly base: string;
  readonly factor: number;
  readonly offset: number;
  /** Where a word means different sizes in different places (tons, gallons): the smallest and largest, as multiples of `factor`. */
  readonly sizes: readonly [low: number, high: number] | null;
};

type Row = readonly [words: string, factor: number, sizes?: readonly [number, number]];

function rowsOf(dimension: Dimension, base: string, rows: readonly Row[]): readonly (readonly [string, Unit])[] {
  return rows.flatMap(([words, factor, sizes]) =>
    words
      .split("|")
      .map((word): readonly [string, Unit] => [word, { dimension, base, factor, offset: 0, sizes: sizes ?? null }]),
  );
}

// International yard and pound of 1959; nautical mile of 1929; IAU light-year.
const LENGTH_ROWS: readonly Row[] = [
  ["nanometer|nanometers|nanometre|nanometres|nm", 1e-9],
  ["picometer|picometers|picometre|picometres", 1e-12],
  ["micrometer|micrometers|micrometre|micrometres|micron|microns|µm|μm", 1e-6],
  ["millimeter|millimeters|millimetre|millimetres|mm", 1e-3],
  ["centimeter|centimeters|centimetre|centimetres|cm|cms", 1e-2],
  ["decimeter|decimeters|decimetre|decimetres|dm", 0.1],
  ["meter|meters|metre|metres", 1],
  ["kilometer|kilometers|kilometre|kilometres|km|kms", 1000],
  ["inch|inches", 0.0254],
  ["foot|feet|ft", 0.3048],
  ["yard|yards|yd|yds", 0.9144],
  ["mile|miles|mi", 1609.344],
  ["nautical mile|nautical miles|nmi", 1852],
  ["light year|light years|light - year|light - years", 9.4607304725808e15],
];

const AREA_ROWS: readonly Row[] = [
  ["acre|acres", 4046.8564224],
  ["hectare|hectares|ha", 10_000],
];

// Oil barrel of 42 US gallons. Gallons and pints are smaller in the United States than in Britain.
const VOLUME_ROWS: readonly Row[] = [
  ["milliliter|milliliters|millilitre|millilitres|ml", 1e-6],
  ["centiliter|centiliters|centilitre|centilitres|cl", 1e-5],
  ["liter|liters|litre|litres", 1e-3],
  ["barrel|barrels|bbl", 0.158987294928],
  ["gallon|gallons", 0.003785411784, [1, 1.200951]],
  ["quart|quarts", 0.000946352946, [1, 1.200951]],
  ["pint|pints", 0.000473176473, [1, 1.200951]],
  ["tablespoon|tablespoons|tbsp", 1.5e-5, [0.98, 1.19]],
  ["teaspoon|teaspoons|tsp", 5e-6, [0.98, 1.19]],
];

// "Tons" are short (907 kg) in the United States, long (1,016 kg) in Britain, and often tonnes.
const MASS_ROWS: readonly Row[] = [
  ["microgram|micrograms|microgramme|microgrammes|mcg|µg|μg", 1e-9],
  ["milligram|milligrams|mg", 1e-6],
  ["gram|grams|gramme|grammes", 1e-3],
  ["kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs", 1],
  ["tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes", 1000],
  ["ton|tons", 1000, [0.90718474, 1.0160469088]],
  ["short ton|short tons", 907.18474],
  ["long ton|long tons", 1016.0469088],
  ["kilotonne|kilotonnes|kt", 1e6],
  ["megatonne|megatonnes|mt", 1e9],
  ["gigatonne|gigatonnes", 1e12],
  ["pound|pounds|lb|lbs", 0.45359237],
  ["ounce|ounces|oz", 0.028349523125],
  ["carat|carats", 0.0002],
];

const SPEED_ROWS: readonly Row[] = [
  ["mph", 0.44704],
  ["km / h|kph|kmh|kmph|km / hr", 1 / 3.6],
  ["m / s", 1],
  ["knot|knots", 1852 / 3600],
];

// Mean Gregorian month and year.
const DURATION_ROWS: readonly Row[] = [
  ["millisecond|milliseconds|ms", 1e-3],
  ["second|seconds|sec|secs", 1],
  ["minute|minutes|min|mins", 60],
  ["hour|hours|hr|hrs", 3600],
  ["day|days", 86_400],
  ["night|nights", 86_400],
  ["week|weeks", 604_800],
  ["fortnight|fortnights", 1_209_600],
  ["month|months", 2_629_746],
  ["year|years|yr|yrs", 31_556_952],
  ["decade|decades", 315_569_520],
  ["century|centuries", 3_155_695_200],
];

const ENERGY_ROWS: readonly Row[] = [
  ["joule|joules", 1],
  ["kilojoule|kilojoules|kj", 1e3],
  ["megajoule|megajoules", 1e6],
  ["gigajoule|gigajoules", 1e9],
  ["watt hour|watt hours|watt - hour|watt - hours|wh", 3600],
  ["kilowatt hour|kilowatt hours|kilowatt - hour|kilowatt - hours|kwh", 3.6e6],
  ["megawatt hour|megawatt hours|megawatt - hour|megawatt - hours|mwh", 3.6e9],
  ["gigawatt hour|gigawatt hours|gigawatt - hour|gigawatt - hours|gwh", 3.6e12],
  ["terawatt hour|terawatt hours|terawatt - hour|terawatt - hours|twh", 3.6e15],
  ["calorie|calories|kilocalorie|kilocalories|kcal", 4184],
];

const POWER_ROWS: readonly Row[] = [
  ["watt|watts", 1],
  ["kilowatt|kilowatts|kw", 1e3],
  ["megawatt|megawatts|mw", 1e6],
  ["gigawatt|gigawatts|gw", 1e9],
  ["terawatt|terawatts|tw", 1e12],
  ["horsepower|hp|bhp", 745.6998715822702],
];

// Decimal prefixes; where binary ones are meant a gigabyte is up to 7 % larger.
const DATA_ROWS: readonly Row[] = [
  ["bit|bits", 1 / 8],
  ["megabit|megabits|mbit", 1e6 / 8],
  ["gigabit|gigabits|gbit", 1e9 / 8],
  ["byte|bytes", 1],
  ["kilobyte|kilobytes|kb", 1e3, [1, 1.024]],
  ["megabyte|megabytes|mb", 1e6, [1, 1.048576]],
  ["gigabyte|gigabytes|gb", 1e9, [1, 1.073741824]],
  ["terabyte|terabytes|tb", 1e12, [1, 1.099511627776]],
  ["petabyte|petabytes|pb", 1e15, [1, 1.125899906842624]],
  ["exabyte|exabytes|eb", 1e18, [1, 1.152921504606847]],
];

const PERCENT_ROWS: readonly Row[] = [
  ["%", 1],
  ["percent|percents|percentage", 1],
  ["per cent", 1],
  ["pct", 1],
];

const PERCENTAGE_POINT_ROWS: readonly Row[] = [
  ["percentage point|percentage points|percentage - point|percentage - points|ppt|ppts", 1],
  ["% points|percent points", 1],
  ["basis point|basis points|basis - point|basis - points|bps", 0.01],
];

/** "Square kilometres", "sq km", "cubic feet" from the lengths. */
function powersOf(lengths: readonly Row[], names: readonly string[], exponent: number): readonly Row[] {
  return lengths
    .filter(([words]) => !words.includes(" "))
    .map(([words, factor]): Row => {
      const singles = words.split("|");
      return [names.flatMap((name) => singles.map((word) => `${name} ${word}`)).join("|"), factor ** exponent];
    });
}

const AFFINE: readonly (readonly [string, Unit])[] = [
  ...[
    "degrees celsius",
    "degree celsius",
    "celsius",
    "degrees c",
    "° celsius",
    "degree c",
    "° c",
    "degrees centigrade",
    "centigrade",
  ].map((word): readonly [string, Unit] => [
    word,
    { dimension: "temperature", base: "celsius", factor: 1, offset: 0, sizes: null },
  ]),
  ...["degrees fahrenheit", "degree fahrenheit", "fahrenheit", "degrees f", "degree f", "° fahrenheit", "° f"].map(
    (word): readonly [string, Unit] => [
      word,
      { dimension: "temperature", base: "celsius", factor: 5 / 9, offset: -160 / 9, sizes: null },
    ],
  ),
  ...["kelvin", "kelvins", "degrees kelvin"].map((word): readonly [string, Unit] => [
    word,
    { dimension: "temperature", base: "celsius", factor: 1, offset: -273.15, sizes: null },
  ]),
  // Which degrees is not said: never compared with either scale.
  ...["degrees", "degree", "°"].map((word): readonly [string, Unit] => [
    word,
    { dimension: "temperature", base: "degree", factor: 1, offset: 0, sizes: null },
  ]),
];

/** Every unit that is written in words or in signs whose case does not matter, by its lower-case phrase (signs apart: "km / h"). */
export const UNIT_ROWS: readonly (readonly [phrase: string, unit: Unit])[] = [
  ...rowsOf("length", "m", LENGTH_ROWS),
  ...rowsOf("area", "m2", [...AREA_ROWS, ...powersOf(LENGTH_ROWS, ["square", "sq", "sq ."], 2)]),
  ...rowsOf("volume", "m3", [...VOLUME_ROWS, ...powersOf(LENGTH_ROWS, ["cubic", "cu"], 3)]),
  ...rowsOf("mass", "kg", MASS_ROWS),
  ...rowsOf("speed", "m/s", SPEED_ROWS),
  ...rowsOf("duration", "second", DURATION_ROWS),
  ...rowsOf("energy", "J", ENERGY_ROWS),
  ...rowsOf("power", "W", POWER_ROWS),
  ...rowsOf("data", "byte", DATA_ROWS),
  ...rowsOf("percent", "percent", PERCENT_ROWS),
  ...rowsOf("percentage-points", "percentage-point", PERCENTAGE_POINT_ROWS),
  ...rowsOf("magnitude", "magnitude", [["magnitude", 1]]),
  ...AFFINE,
  ...rowsOf("area", "m2", [
    ["km 2|km ²|km ^ 2", 1e6],
    ["m 2|m ²|m ^ 2", 1],
  ]),
  ...rowsOf("volume", "m3", [
    ["m 3|m ³|m ^ 3", 1],
    ["km 3|km ³|km ^ 3", 1e9],
  ]),
];

/** Single letters that are units only against or right behind digits, and only in this case; each is also another word or a name. */
export const LETTER_UNITS: ReadonlyMap<string, Unit> = new Map([
  ["m", { dimension: "length", base: "m", factor: 1, offset: 0, sizes: null }],
  ["g", { dimension: "mass", base: "kg", factor: 1e-3, offset: 0, sizes: null }],
  ["t", { dimension: "mass", base: "kg", factor: 1000, offset: 0, sizes: null }],
  ["l", { dimension: "volume", base: "m3", factor: 1e-3, offset: 0, sizes: null }],
  ["L", { dimension: "volume", base: "m3", factor: 1e-3, offset: 0, sizes: null }],
  ["C", { dimension: "temperature", base: "celsius", factor: 1, offset: 0, sizes: null }],
  ["F", { dimension: "temperature", base: "celsius", factor: 5 / 9, offset: -160 / 9, sizes: null }],
  ["W", { dimension: "power", base: "W", factor: 1, offset: 0, sizes: null }],
  ["J", { dimension: "energy", base: "J", factor: 1, offset: 0, sizes: null }],
  ["h", { dimension: "duration", base: "second", factor: 3600, offset: 0, sizes: null }],
]);

/** "In" is inches only before these: "34 in Moscow" is a place, "2 in thick" a size. */
export const SIZE_WORDS: ReadonlySet<string> = new Set(["thick", "long", "wide", "tall", "deep", "high", "across"]);

/** An inch, for "in" before a size word. */
export const INCH: Unit = { dimension: "length", base: "m", factor: 0.0254, offset: 0, sizes: null };

/** Barrels a day and megabits a second carry their rate in the unit. */
export const RATED_UNITS: ReadonlyMap<string, { readonly unit: Unit; readonly per: "day" | "second" }> = new Map([
  ["bpd", { unit: { dimension: "volume", base: "m3", factor: 0.158987294928, offset: 0, sizes: null }, per: "day" }],
  ["mbps", { unit: { dimension: "data", base: "byte", factor: 1e6 / 8, offset: 0, sizes: null }, per: "second" }],
  ["gbps", { unit: { dimension: "data", base: "byte", factor: 1e9 / 8, offset: 0, sizes: null }, per: "second" }],
]);
