import type { Remark } from '../../state/seams/feedback.js';
import type { BotParts } from '../bot-parts.js';
import { nameOf } from '../moderating/name-of.js';
import { tellModerators } from '../moderating/tell-moderators.js';
import { english } from '../wording/english.js';
import { dayOf } from '../writing/shown-date.js';
import type { Settler } from './settle-item.js';

type WithdrawParts = Pick<BotParts, 'state' | 'now' | 'client' | 'settings' | 'log'>;

/** What it consists of, in words for people; the audit log gets them too, and so nobody's words are among them. */
function kindOf({ note, question }: Remark): string {
  if (note !== null && question !== null) return 'a note and a golden question';
  return note === null ? 'a golden question' : 'a note';
}

/**
 * Takes back what an accepted item left behind: no note stands under answers from now on, and the question is asked no
 * more. Gives what came of it, in words for the moderator.
 */
export async function withdrawRemark({ guild, user }: Settler, at: number, parts: WithdrawParts): Promise<string> {
  const { reviews } = parts.state;
  const remark = (await reviews.remarks(guild)).find((each) => each.at === at);
  const gone = 'This is not there any more, perhaps by another moderator. Nothing was changed.';
  if (remark === undefined) return gone;
  const subject = `accepted on ${english.date(dayOf(at))}`;
  const what = kindOf(remark);
  const entry = {
    guild,
    actor: user,
    at: parts.now(),
    act: 'review withdraw',
    subject,
    before: what,
    after: 'withdrawn',
  };
  if (!(await reviews.withdraw(guild, at, entry))) return gone;
  await tellModerators(guild, `${nameOf(user, parts)} withdrew ${what} ${subject}.`, parts);
  return `Withdrawn: ${what}. What was posted with a note keeps it until somebody deletes it.`;
}
