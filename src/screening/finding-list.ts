import type { Finding, Screening, Severity } from './finding.js';

/** A moderator reads a page or two; whoever hides one order behind a thousand links must not succeed. */
const mostFindings = 100;

const severities: readonly Severity[] = ['high', 'medium', 'low'];

/** Of the least severe ones at most so many of one kind: thirty links say as much as a hundred. */
const mostLowOfAKind = 20;

const placeOf = (finding: Finding): number => ('start' in finding ? finding.start : -1);

/** Collects findings in bounded memory; the severe ones stay, whatever else comes. */
export function createFindingList(limit = mostFindings) {
  const kept: Readonly<Record<Severity, { readonly finding: Finding; readonly place: number }[]>> = {
    high: [],
    medium: [],
    low: [],
  };
  const lowOfKind = new Map<Finding['kind'], number>();
  let count = 0;
  return {
    add(finding: Finding): void {
      count += 1;
      const list = kept[finding.severity];
      if (list.length >= limit) return;
      if (finding.severity === 'low') {
        const before = lowOfKind.get(finding.kind) ?? 0;
        if (before >= mostLowOfAKind) return;
        lowOfKind.set(finding.kind, before + 1);
      }
      list.push({ finding, place: count });
    },
    screening(): Screening {
      const findings = severities
        .flatMap((severity) => kept[severity])
        .slice(0, limit)
        .toSorted((one, other) => placeOf(one.finding) - placeOf(other.finding) || one.place - other.place)
        .map(({ finding }) => finding);
      return { findings, omitted: count - findings.length };
    },
  };
}

export type FindingList = ReturnType<typeof createFindingList>;
