import { withoutFormatting, withoutInvisible } from '../answering/written/draft-formatting.js';

/** The first line of what a model said, plain; empty when it said nothing. */
export function saidLine(said: string | null): string {
  const [line = ''] = withoutInvisible(said ?? '')
    .trim()
    .split('\n');
  return withoutFormatting(line);
}

/** A line without the quotation marks around it. */
export function withoutQuotationMarks(line: string): string {
  return line.replaceAll(/^["“”']+|["“”']+$/gu, '');
}
