const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** `2016` → "2016", `2016-09` → "September 2016", `2016-09-09` → "9 September 2016"; anything else as it is. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  const name = months.format(Date.UTC(2000, Number(month) - 1));
  return `${day === undefined ? '' : `${Number(day)} `}${name} ${year}`;
}
