/** A time as Discord writes it: `2016-09-09T20:15:00.000000+00:00`. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}
