import type { Audited } from '#src/state/seams/audit.js';
import type { Remark, ReviewItem, ReviewStore } from '#src/state/seams/feedback.js';
import { noteEntry } from './memory-audit.js';
import type { MemoryTables, Plain } from './memory-tables.js';

/** False when there is no such open item. */
function settle(
  tables: MemoryTables,
  { guild, number, state }: Pick<ReviewItem, 'guild' | 'number' | 'state'>,
  audited: Audited,
): boolean {
  const isMeant = ({ item }: { readonly item: ReviewItem }): boolean =>
    item.guild === guild && item.number === number && item.state === 'open';
  if (!tables.items.some(isMeant)) return false;
  tables.items = tables.items.map((each) =>
    isMeant(each) ? { ...each, item: { ...each.item, state }, settledAt: audited.at } : each,
  );
  noteEntry(tables, audited);
  return true;
}

export function memoryReviews(tables: MemoryTables): Plain<ReviewStore> {
  return {
    open(guild, { after = 0, limit }) {
      const items = tables.items
        .map(({ item }) => item)
        .filter((item) => item.guild === guild && item.state === 'open');
      return { items: items.filter(({ number }) => number > after).slice(0, limit), count: items.length };
    },
    find: (guild, number) =>
      tables.items.map(({ item }) => item).find((item) => item.guild === guild && item.number === number) ?? null,
    accept(guild, number, { golden, erratum }, audited) {
      if (!settle(tables, { guild, number, state: 'accepted' }, audited)) return false;
      if (golden !== null) tables.golden = [...tables.golden, golden];
      if (erratum !== null) tables.errata = [...tables.errata, erratum];
      return true;
    },
    reject: (guild, number, audited) => settle(tables, { guild, number, state: 'rejected' }, audited),
    golden: (guild) => tables.golden.filter((question) => question.guild === guild),
    remarks(guild) {
      const remarks = new Map<number, Remark>();
      for (const { document, quote, at, text } of tables.errata.filter((erratum) => erratum.guild === guild))
        remarks.set(at, { at, document, quote, note: text, question: null });
      for (const { wrong, at, question } of tables.golden.filter((golden) => golden.guild === guild))
        remarks.set(at, { at, ...wrong, note: null, ...remarks.get(at), question });
      return [...remarks.values()].toSorted((one, other) => other.at - one.at);
    },
    withdraw(guild, at, audited) {
      const isOther = (each: { readonly guild: string; readonly at: number }): boolean =>
        each.guild !== guild || each.at !== at;
      if (tables.golden.every(isOther) && tables.errata.every(isOther)) return false;
      tables.golden = tables.golden.filter(isOther);
      tables.errata = tables.errata.filter(isOther);
      noteEntry(tables, audited);
      return true;
    },
    errata: (guild, passages) =>
      tables.errata.filter(
        (erratum) =>
          erratum.guild === guild &&
          passages.some(({ document, quote }) => document === erratum.document && quote === erratum.quote),
      ),
    forgetSettledBefore(time) {
      const before = tables.items.length;
      tables.items = tables.items.filter(({ settledAt }) => settledAt === null || settledAt >= time);
      return before - tables.items.length;
    },
  };
}
