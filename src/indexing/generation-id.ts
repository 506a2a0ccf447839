import { randomInt } from 'node:crypto';

const idPattern = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-([0-9a-f]{4})$/;
const suffixes = 0x10000;

/** True for a name that `nextGenerationId` may have given. */
export function isGenerationId(name: string): boolean {
  return idPattern.test(name);
}

interface IdParts {
  /** Milliseconds since 1970, a whole second. */
  readonly second: number;
  readonly suffix: number;
}

function partsOf(id: string): IdParts | undefined {
  const match = idPattern.exec(id);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    second: Date.UTC(year, month - 1, day, hour, minute, second),
    suffix: Number.parseInt(match[7] ?? '0', 16),
  };
}

function idOf({ second, suffix }: IdParts): string {
  const [day = '', time = ''] = new Date(second).toISOString().slice(0, 19).split('T');
  return `${day.replaceAll('-', '')}-${time.replaceAll(':', '')}-${suffix.toString(16).padStart(4, '0')}`;
}

/**
 * An id such as `20261124-153012-3f9a`: the time in UTC to the second, then four digits. It sorts after every existing
 * id, also within the same second and when the clock was set back; then its time is that of the newest id and only the
 * digits count up.
 *
 * @param now milliseconds since 1970
 * @param existing the ids that are taken, in any order; other names among them are ignored
 */
export function nextGenerationId(now: number, existing: readonly string[]): string {
  const second = Math.floor(now / 1000) * 1000;
  const newest = partsOf(existing.filter(isGenerationId).toSorted().at(-1) ?? '');
  if (newest === undefined || newest.second < second) return idOf({ second, suffix: randomInt(suffixes / 2) });
  if (newest.suffix + 1 < suffixes) return idOf({ second: newest.second, suffix: newest.suffix + 1 });
  return idOf({ second: newest.second + 1000, suffix: randomInt(suffixes / 2) });
}
