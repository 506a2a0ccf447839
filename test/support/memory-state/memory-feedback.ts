import type { FeedbackStore, ReviewItem } from '#src/state/seams/feedback.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { MemoryTables, Plain } from './memory-tables.js';

type Finding = Pick<ReviewItem, 'guild' | 'kind' | 'record' | 'text' | 'at'>;

function openItem(tables: MemoryTables, member: string | null, found: Finding): number {
  tables.lastItem += 1;
  const item: ReviewItem = { number: tables.lastItem, ...found, state: 'open' };
  tables.items = [...tables.items, { item, member, settledAt: null }];
  return item.number;
}

export function memoryFeedback(tables: MemoryTables): Plain<FeedbackStore> {
  const find = (id: string): ShownRecord | undefined => tables.records.find((record) => record.id === id);

  return {
    vote(record, member, vote, at) {
      const voted = find(record);
      if (voted === undefined) return;
      const others = tables.votes.filter((cast) => cast.record !== record || cast.member !== member);
      tables.votes = [...others, { record, member, vote, at }];
      const isInReview = tables.items.some(({ item }) => item.kind === 'vote' && item.record === record);
      if (vote === 'up' || voted.guild === null || voted.isPrivate || isInReview) return;
      openItem(tables, null, { guild: voted.guild, kind: 'vote', record, text: '', at });
    },
    votes(record) {
      const cast = tables.votes.filter((vote) => vote.record === record);
      const up = cast.filter(({ vote }) => vote === 'up').length;
      return { up, down: cast.length - up };
    },
    dispute(dispute) {
      const { record, member, text, at } = dispute;
      const disputed = find(record);
      if (disputed === undefined) return;
      const { guild } = disputed;
      const item = guild === null ? null : openItem(tables, member, { guild, kind: 'dispute', record, text, at });
      tables.disputes = [...tables.disputes, { dispute, item }];
    },
    disputes: (record) => tables.disputes.map(({ dispute }) => dispute).filter((dispute) => dispute.record === record),
  };
}
