import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { excerpt } from '../excerpt.js';
import type { OutgoingMessage } from '../outgoing-message.js';

/** One setting of the server. Everything but `value` is our own words. */
export interface ShownSetting {
  readonly name: string;
  /** Names of roles and channels among it. */
  readonly value: string;
  readonly meaning: string;
  /** Why it does not work as it is set, and what to do; `null` when it does. */
  readonly trouble: string | null;
}

/** What a channel has set for itself. */
export interface ShownChannel {
  readonly channel: string;
  readonly values: readonly string[];
}

export interface SettingsView {
  readonly server: readonly ShownSetting[];
  readonly channels: readonly ShownChannel[];
  /** Channels with settings that are gone. */
  readonly gone: number;
}

const longestValue = 300;
const longestName = 110;
/** More would be several screens that nobody reads. */
const mostChannels = 40;

const part = (text: string): string => excerpt(text, { longest: longestValue }).markdown;

function channelLine({ channel, values }: ShownChannel): string {
  return `In ${excerpt(channel, { longest: longestName }).markdown || '#channel'} · ${values.join(' · ')}`;
}

function channelLines({ channels, gone }: SettingsView): readonly string[] {
  const more = channels.length - mostChannels;
  return [
    ...channels.slice(0, mostChannels).map(channelLine),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(gone > 0 ? [`${gone === 1 ? 'A deleted channel' : `${gone} deleted channels`} had settings, too.`] : []),
  ];
}

function settingText({ name, value, meaning, trouble }: ShownSetting): string {
  const lines = [`**${name}**: ${part(value) || '?'}`, ...(trouble === null ? [] : [`⚠️ ${trouble}`]), `-# ${meaning}`];
  return lines.join('\n');
}

/** All settings of a server, and those of its channels that have some of their own. */
export function writeSettings(view: SettingsView): readonly OutgoingMessage[] {
  return composeMessages(
    {
      opening: [],
      title: 'Settings of this server',
      body: view.server.map((setting) => ({ text: settingText(setting), isTight: true })),
      sections: [{ heading: 'Channels that differ', lines: channelLines(view) }],
      closing:
        'Change them with /settings server and /settings channel; /settings reset takes one back to its default.',
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}

/** What became different. */
export interface ShownChange {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

/** What was changed, and what to do besides. */
export function writeChanges(changes: readonly ShownChange[], hints: readonly string[]): readonly OutgoingMessage[] {
  const lines = changes.map(
    ({ subject, before, after }) => `• **${part(subject)}** · ${part(before)} → ${part(after)}`,
  );
  return composeMessages(
    {
      opening: [],
      title: changes.length === 0 ? 'Nothing was changed: it is so already' : 'Changed',
      body: [...lines.map((text) => ({ text, isTight: true })), ...hints.map((hint) => ({ text: part(hint) }))],
      sections: [],
      closing: null,
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
