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

/** Where no chat model ever wrote for somebody there is nothing to say of it. */
function ifSpent({ spending }: PersonalCounts, say: (times: number) => string): readonly string[] {
  return spending === 0 ? [] : [say(spending)];
}

/** What is kept about a person, and for how long. */
export function writePersonalData(counts: PersonalCounts, days: KeptDays, words: Words): OutgoingMessage {
  const { show, elsewhere, spending } = words.privacy;
  const spent = ifSpent(counts, (times) => spending.kept(times, days));
  return message(
    {
      title: show.title,
      sections: [
        { heading: show.kept, isLoose: true, lines: [...show.lines(counts, days), ...spent] },
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
function staying(counts: PersonalCounts, days: KeptDays, { privacy }: Words): readonly string[] {
  return [
    ...(counts.acts === 0 ? [] : [privacy.deletion.acts(counts.acts, days)]),
    ...ifSpent(counts, () => privacy.spending.stays(days)),
    ...privacy.elsewhere,
  ];
}

/** Asks whether all of it is to be deleted. */
export function writeDeletion(counts: PersonalCounts, days: KeptDays, words: Words): OutgoingMessage {
  const { deletion, spending } = words.privacy;
  return message(
    {
      title: deletion.title,
      sections: [
        {
          heading: deletion.goes,
          isLoose: true,
          lines: [...deletion.lines(counts), ...ifSpent(counts, spending.goes)],
        },
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
  const { deleted, deletion, spending } = words.privacy;
  return message(
    {
      title: deleted.title,
      sections: [
        { heading: deleted.went, isLoose: true, lines: [...deleted.lines(counts), ...ifSpent(counts, spending.went)] },
        { heading: deletion.stays, isLoose: true, lines: staying(counts, days, words) },
      ],
    },
    deleted.body,
    words,
  );
}
