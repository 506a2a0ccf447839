const grouped = new Intl.NumberFormat('en');

/** `1 vote`, `1,200 votes`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${grouped.format(count)} ${count === 1 ? singular : plural}`;
}
