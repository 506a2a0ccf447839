import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { PersonalCounts } from '../../state/seams/personal.js';
import { type ComponentAction, customIdOf } from '../custom-id.js';
import type { KeptDays } from '../kept-days.js';
import type { Words } from '../wording/words.js';
import { composeMessages, type Draft } from './compose-messages.js';
import type { OutgoingMessage } from './outgoing-message.js';

function message(
  draft: Pick<Draft, 'title' | 'sections'> & Partial<Draft>,
  body: string,
  words: Words,
): OutgoingMessage {
  const usual = { opening: [], closing: null, tone: 'neutral', components: [] } as const;
  const [only, ...more] = composeMessages({ ...usual, ...draft, body: [{ text: body }] }, 'embed', words);
  if (only === undefined || more.length > 0) throw new Error('What is said about privacy is one message.');
  return only;
}

/** What is kept about a person, and for how long. */
export function writePersonalData(counts: PersonalCounts, days: KeptDays, words: Words): OutgoingMessage {
  const { show, elsewhere } = words.privacy;
  return message(
    {
      title: show.title,
      sections: [
        { heading: show.kept, isLoose: true, lines: show.lines(counts, days) },
        { heading: show.elsewhere, isLoose: true, lines: elsewhere },
      ],
      closing: show.closing,
    },
    show.body,
    words,
  );
}

function button(action: ComponentAction, label: string, style: ButtonStyle.Danger | ButtonStyle.Secondary) {
  return { type: ComponentType.Button, style, custom_id: customIdOf(action), label } satisfies APIButtonComponent;
}

/** What stays, and why, for whoever deletes the rest. */
function staying({ acts }: PersonalCounts, days: KeptDays, { privacy }: Words): readonly string[] {
  return [...(acts === 0 ? [] : [privacy.deletion.acts(acts, days)]), ...privacy.elsewhere];
}

/** Asks whether all of it is to be deleted. */
export function writeDeletion(counts: PersonalCounts, days: KeptDays, words: Words): OutgoingMessage {
  const { deletion } = words.privacy;
  return message(
    {
      title: deletion.title,
      sections: [
        { heading: deletion.goes, isLoose: true, lines: deletion.lines(counts) },
        { heading: deletion.stays, isLoose: true, lines: staying(counts, days, words) },
      ],
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            button({ action: 'privacy-delete' }, deletion.confirm, ButtonStyle.Danger),
            button({ action: 'privacy-keep' }, deletion.keep, ButtonStyle.Secondary),
          ],
        },
      ],
    },
    deletion.body,
    words,
  );
}

/** Says what was deleted, and what was not. */
export function writeDeleted(counts: PersonalCounts, days: KeptDays, words: Words): OutgoingMessage {
  const { deleted, deletion } = words.privacy;
  return message(
    {
      title: deleted.title,
      sections: [
        { heading: deleted.went, isLoose: true, lines: deleted.lines(counts) },
        { heading: deletion.stays, isLoose: true, lines: staying(counts, days, words) },
      ],
    },
    deleted.body,
    words,
  );
}
