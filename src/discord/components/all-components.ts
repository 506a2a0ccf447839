import { stopWork } from '../moderating/reindexing/call-off.js';
import { publishReindex } from '../moderating/reindexing/publish-reindex.js';
import { rollBack } from '../moderating/reindexing/roll-back.js';
import type { Buttons, Forms } from './component.js';
import { openDisputeForm, takeDispute } from './dispute.js';
import { takeFollowUp } from './follow-up.js';
import { showNextNote, withdrawNote } from './notes.js';
import { deletePersonalData, keepPersonalData } from './privacy.js';
import { cancelPublish } from './publish.js';
import { openAcceptForm, rejectReviewItem, showNextItem } from './review.js';
import { takeAcceptance } from './review-form.js';
import { cancelRollback } from './rollback.js';
import { createShare } from './share.js';
import { showPassage } from './show-passage.js';
import { voteOn } from './vote.js';

/** Every button that Parley shows: a new one is one file, one line here and one in custom-id.ts. */
export function createButtons(): Buttons {
  const share = createShare();
  return {
    passage: (interaction, pressed, parts) => showPassage(interaction, { ...pressed, isPaging: false }, parts),
    page: (interaction, pressed, parts) => showPassage(interaction, { ...pressed, isPaging: true }, parts),
    share: (interaction, { record }, parts) => share(interaction, record, parts),
    up: (interaction, { record }, parts) => voteOn(interaction, record, 'up', parts),
    down: (interaction, { record }, parts) => voteOn(interaction, record, 'down', parts),
    dispute: (interaction, { record }, parts) => openDisputeForm(interaction, record, parts),
    'review-accept': (interaction, { item }, parts) => openAcceptForm(interaction, item, parts),
    'review-reject': (interaction, { item }, parts) => rejectReviewItem(interaction, item, parts),
    'review-next': (interaction, { item }, parts) => showNextItem(interaction, item, parts),
    'note-withdraw': (interaction, { moment }, parts) => withdrawNote(interaction, moment, parts),
    'note-next': (interaction, { moment }, parts) => showNextNote(interaction, moment, parts),
    publish: publishReindex,
    'publish-cancel': (interaction, _, parts) => cancelPublish(interaction, parts),
    'reindex-stop': (interaction, _, parts) => stopWork(interaction, parts),
    rollback: rollBack,
    'rollback-cancel': cancelRollback,
    'privacy-delete': (interaction, _, parts) => deletePersonalData(interaction, parts),
    'privacy-keep': (interaction, _, parts) => keepPersonalData(interaction, parts),
  };
}

/** Every form that comes back filled in. */
export const forms: Forms = {
  'dispute-form': (interaction, { record }, parts) => takeDispute(interaction, record, parts),
  'accept-form': (interaction, { item }, parts) => takeAcceptance(interaction, item, parts),
  'follow-up-form': (interaction, { message }, parts) => takeFollowUp(interaction, message, parts),
};
