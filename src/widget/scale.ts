/** A point of an axis: where, in per cent of its width, and what stands there. */
export type Tick = { readonly at: number; readonly label: string };

/** An axis: `place` gives per cent of its width, held to 0–100. */
export type Scale = { readonly place: (value: number) => number; readonly ticks: readonly Tick[] };

/** Spare room at either end of an axis, as a share of what it spans: arrows need some to be seen. */
const MARGIN = 0.12;
/** Steps between ticks of an axis at most. */
const STEPS = 4;
/** An axis starts at zero where its least value is below this share of its greatest: the eye compares lengths then. */
const NEAR_ZERO = 0.35;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Steps that people count hours and days in. */
const TIME_STEPS_MS: readonly number[] = [
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 4, 7, 14].map((days) => days * DAY_MS),
];
/** Steps in months, for what spans more. */
const MONTH_STEPS: readonly number[] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** An axis for figures, with round ticks; one value alone stands in its middle. At least one finite value. */
export function figureScale(values: readonly number[], lang: string): Scale {
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  const span = greatest - least || Math.abs(greatest) * 0.2 || 1;
  const fromZero = least >= 0 && least < NEAR_ZERO * greatest;
  const low = fromZero ? 0 : least - span * (least === greatest ? 1 : MARGIN);
  const high = greatest + span * (least === greatest ? 1 : MARGIN);
  const step = roundStep((high - low) / STEPS);
  const write = new Intl.NumberFormat(lang, { notation: "compact", maximumSignificantDigits: 4 });
  const place = placing(low, high);
  const first = Math.ceil(low / step);
  const count = Math.max(0, Math.floor(high / step) - first + 1);
  return {
    place,
    ticks: Array.from({ length: count }, (_, index) => (first + index) * step).map((value) => ({
      at: place(value),
      label: write.format(value),
    })),
  };
}

/** An axis for times (milliseconds, read as UTC: times of documents have no zone), with ticks at whole hours, days or months. */
export function timeScale(times: readonly number[], lang: string): Scale {
  const least = Math.min(...times);
  const greatest = Math.max(...times);
  const span = greatest - least || DAY_MS;
  const low = least - span * 0.04;
  const high = greatest + span * MARGIN;
  const place = placing(low, high);
  const step = TIME_STEPS_MS.find((each) => (high - low) / each <= STEPS);
  const marks = step === undefined ? monthMarks(low, high, lang) : clockMarks(low, high, { step, lang });
  return { place, ticks: marks.map(({ time, label }) => ({ at: place(time), label })) };
}

type Mark = { readonly time: number; readonly label: string };

function clockMarks(low: number, high: number, by: { readonly step: number; readonly lang: string }): readonly Mark[] {
  const day = dateFormat(by.lang, { day: "numeric", month: "short" });
  const hour = dateFormat(by.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const first = Math.ceil(low / by.step);
  return Array.from({ length: Math.max(0, Math.floor(high / by.step) - first + 1) }, (_, index) => {
    const time = (first + index) * by.step;
    return { time, label: (time % DAY_MS === 0 ? day : hour).format(time) };
  });
}

function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthMarks(low: number, high: number, lang: string): readonly Mark[] {
  const months = monthOf(high) - monthOf(low);
  const step = MONTH_STEPS.find((each) => months / each <= STEPS) ?? Math.ceil(months / STEPS);
  const write = dateFormat(lang, step % 12 === 0 ? { year: "numeric" } : { month: "short", year: "numeric" });
  const first = Math.ceil((monthOf(low) + 1) / step);
  return Array.from({ length: Math.max(0, Math.floor(monthOf(high) / step) - first + 1) }, (_, index) => {
    const time = startOfMonth((first + index) * step);
    return { time, label: write.format(time) };
  });
}

/** `Date.UTC` takes years below 100 for the 1900s: `setUTCFullYear` does not. */
function startOfMonth(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}

const dateFormat = (lang: string, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang, { ...how, timeZone: "UTC" });

function placing(low: number, high: number): (value: number) => number {
  return (value) => Math.round(Math.min(1, Math.max(0, (value - low) / (high - low))) * 10_000) / 100;
}

/** The least of 1, 2, 2.5, 5 times a power of ten that is not below a length. */
function roundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= length * (1 - 1e-9)) ?? 10;
  return factor * power;
}
