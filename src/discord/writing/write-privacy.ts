import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { PersonalCounts } from '../../state/seams/personal.js';
import { type ComponentAction, customIdOf } from '../custom-id.js';
import type { KeptDays } from '../kept-days.js';
import { composeMessages, type Draft } from './compose-messages.js';
import { counted } from './counted.js';
import type { OutgoingMessage } from './outgoing-message.js';

const reach = 'in all servers and in direct messages with me';
const staged =
  'A document that you staged has your id beside it until it is published or discarded, however long that takes.';
const elsewhere = [
  'What I posted stays in Discord until somebody deletes it there.',
  'A question whose answer moderators found wrong may have become a test question of their server: its words stay there, without your name. So does a note that moderators wrote about it, which may repeat what you wrote to them. They can withdraw both.',
];

function shownOf({ questions, checks, summaries }: PersonalCounts): string {
  const parts = [counted(questions, 'question'), counted(checks, 'check'), counted(summaries, 'summary', 'summaries')];
  return `${parts[0]}, ${parts[1]} and ${parts[2]}, each with what I showed you`;
}

function saidOf({ votes, disputes }: PersonalCounts): string {
  return `${counted(votes, 'vote')} and ${counted(disputes, 'dispute')}`;
}

function usedOf({ uses }: PersonalCounts): string {
  return `${counted(uses, 'time')} at which you used me, for the limits on how much one member may ask`;
}

/** Where no chat model ever wrote for somebody there is nothing to say of it. */
function onlyIfSpent({ spending }: PersonalCounts, ...lines: readonly string[]): readonly string[] {
  return spending === 0 ? [] : lines;
}

function writtenOf({ spending }: PersonalCounts): string {
  return `${counted(spending, 'time')} at which a language model wrote for you`;
}

function message(draft: Pick<Draft, 'title' | 'body' | 'sections'> & Partial<Draft>): OutgoingMessage {
  const whole = { opening: [], closing: null, tone: 'neutral', components: [], ...draft } as const;
  const [only, ...more] = composeMessages(whole, 'embed');
  if (only === undefined || more.length > 0) throw new Error('What is said about privacy is one message.');
  return only;
}

function kept(days: number): string {
  return `Kept for ${counted(days, 'day')}.`;
}

/** What is kept about a person, and for how long. */
export function writePersonalData(counts: PersonalCounts, days: KeptDays): OutgoingMessage {
  return message({
    title: 'What I keep about you',
    body: [{ text: `This is all of it, ${reach}, under your Discord id. Only you see this.` }],
    sections: [
      {
        heading: 'Kept',
        isLoose: true,
        lines: [
          `${shownOf(counts)}. ${kept(days.questions)}`,
          `${saidOf(counts)}. They go with what they are about; what waits for moderators stays until ${counted(days.settledReviews, 'day')} after they settled it.`,
          `${usedOf(counts)}. ${kept(days.uses)}`,
          ...onlyIfSpent(
            counts,
            `${writtenOf(counts)}, each with how much it read and wrote and what that cost, for the limits on that. ${kept(days.spending)}`,
          ),
          `${counted(counts.acts, 'act')} as a moderator. ${kept(days.acts)} ${staged}`,
        ],
      },
      { heading: 'Elsewhere', isLoose: true, lines: elsewhere },
    ],
    closing: '/privacy export gives you all of it as a file; /privacy delete deletes it.',
  });
}

function button(action: ComponentAction, label: string, style: ButtonStyle.Danger | ButtonStyle.Secondary) {
  return { type: ComponentType.Button, style, custom_id: customIdOf(action), label } satisfies APIButtonComponent;
}

/** What stays and why, in words for whoever deletes the rest. */
function staying(counts: PersonalCounts, days: KeptDays): readonly string[] {
  const { acts } = counts;
  const own =
    acts === 0
      ? []
      : [
          `${counted(acts, 'act')} of yours as a moderator, for ${counted(days.acts, 'day')}: the others who look after the documents rely on a record of who changed what. ${staged}`,
        ];
  const spent = onlyIfSpent(
    counts,
    `How much a language model read and wrote for you and what that cost, in the sums of the server and of all alone, without your id, for ${counted(days.spending, 'day')}.`,
  );
  return [...own, ...spent, ...elsewhere];
}

/** Asks whether all of it is to be deleted. */
export function writeDeletion(counts: PersonalCounts, days: KeptDays): OutgoingMessage {
  return message({
    title: 'Delete what I keep about you?',
    body: [{ text: `This deletes for good, ${reach}:` }],
    sections: [
      {
        heading: 'Goes',
        isLoose: true,
        lines: [
          `${shownOf(counts)}. Buttons under those answers find nothing any more, and replies to them are no longer understood as follow-ups.`,
          `${saidOf(counts)}, with what you wrote in them, also what waits for moderators.`,
          `${usedOf(counts)}. Until the limits are over I remember in memory alone how many they were.`,
          ...onlyIfSpent(
            counts,
            `Your id beside ${writtenOf(counts)}. Until the limits are over I remember in memory alone how much it was.`,
          ),
        ],
      },
      { heading: 'Stays', isLoose: true, lines: staying(counts, days) },
    ],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          button({ action: 'privacy-delete' }, 'Delete everything', ButtonStyle.Danger),
          button({ action: 'privacy-keep' }, 'Keep it', ButtonStyle.Secondary),
        ],
      },
    ],
  });
}

/** Says what was deleted, and what was not. */
export function writeDeleted(counts: PersonalCounts, days: KeptDays): OutgoingMessage {
  return message({
    title: 'Deleted',
    body: [{ text: `It is gone, ${reach}. What you ask from now on is kept as before.` }],
    sections: [
      {
        heading: 'Went',
        isLoose: true,
        lines: [
          `${shownOf(counts)}.`,
          `${saidOf(counts)}.`,
          `${usedOf(counts)}.`,
          ...onlyIfSpent(counts, `Your id beside ${writtenOf(counts)}.`),
        ],
      },
      { heading: 'Stays', isLoose: true, lines: staying(counts, days) },
    ],
  });
}
