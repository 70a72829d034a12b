// Days as numbers since 1970-01-01, and dates as people write them. "2010-05" is the whole month.

const dayMs = 86400000;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Parts {
  year: number;
  month: number; // 0: none
  day: number; // 0: none
}

function parts(iso: string | undefined): Parts | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso ?? "");
  if (!found) return null;
  const month = Number(found[2] ?? 0);
  const day = Number(found[3] ?? 0);
  return month > 12 || day > 31 ? null : { year: Number(found[1]), month, day };
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.floor(date.getTime() / dayMs);
}

// NaN where there is no such date.
export function firstDay(iso: string | undefined): number {
  const p = parts(iso);
  return p ? dayNumber(p.year, Math.max(p.month, 1) - 1, Math.max(p.day, 1)) : NaN;
}

export function lastDay(iso: string | undefined): number {
  const p = parts(iso);
  if (!p) return NaN;
  if (p.month === 0) return dayNumber(p.year, 11, 31);
  return p.day === 0 ? dayNumber(p.year, p.month, 0) : dayNumber(p.year, p.month - 1, p.day);
}

export function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

// "13 May 2010", "May 2010", "2010"; anything that is no date as it is.
export function dateWords(iso: string | undefined): string {
  const p = parts(iso);
  if (!p) return iso ?? "";
  if (p.month === 0) return String(p.year);
  return (p.day ? `${p.day} ` : "") + `${months[p.month - 1]} ${p.year}`;
}

export function spanWords(from: string | undefined, until: string | undefined): string {
  if (!until || until === from) return dateWords(from);
  const a = parts(from);
  const b = parts(until);
  if (a && b && a.day && b.day && a.year === b.year && a.month === b.month) return `${a.day}–${dateWords(until)}`;
  return `${dateWords(from)} – ${dateWords(until)}`;
}

export interface Tick {
  day: number;
  label: string;
}

// Ends of years, months or days, at most `most` of them, in [from, until].
export function ticks(from: number, until: number, most: number): Tick[] {
  const steps: [number, "year" | "month" | "day"][] = [
    [1, "day"], [2, "day"], [7, "day"], [1, "month"], [3, "month"], [6, "month"],
    [1, "year"], [2, "year"], [5, "year"], [10, "year"], [20, "year"], [50, "year"], [100, "year"], [1000, "year"],
  ];
  const length = { day: 1, month: 30.4, year: 365.25 };
  const [count, unit] = steps.find(([n, u]) => (until - from) / (n * length[u]) <= most) ?? steps[steps.length - 1];
  const out: Tick[] = [];
  const start = new Date(from * dayMs);
  let year = start.getUTCFullYear();
  let month = unit === "year" ? 0 : start.getUTCMonth();
  if (unit === "year") year -= ((year % count) + count) % count;
  if (unit === "month") month -= month % count;
  if (unit === "day") {
    for (let day = Math.ceil(from); day <= until; day += count) out.push({ day, label: dayTick(day, out.length === 0) });
    return out;
  }
  for (;;) {
    const day = dayNumber(year, month, 1);
    if (day > until) return out;
    const label = unit === "year" || month === 0 ? String(year) : months[month];
    if (day >= from) out.push({ day, label: out.length === 0 && unit === "month" ? `${months[month]} ${year}` : label });
    if (unit === "year") year += count;
    else month += count;
    if (month >= 12) {
      month -= 12;
      year += 1;
    }
  }
}

function dayTick(day: number, withYear: boolean): string {
  const words = dateWords(isoDay(day));
  return withYear ? words : words.slice(0, -5);
}
