// C0 and C1 controls move the cursor, change colours or retitle the window; bidirectional controls and tag characters
// make a line read as something that it does not say.
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const harmful =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** A text as one line that is safe to show: line breaks and tabs become spaces, control characters go. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(lineBreaks, ' ').replaceAll(harmful, '');
}
