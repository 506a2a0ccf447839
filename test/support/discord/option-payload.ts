import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIAttachment,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { channelTypes } from './channel-payload.js';

/** A file somebody attaches to a command. */
export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly contentType?: string;
  /** What Discord says of it, in place of the truth: where it lies, and how many bytes it has. */
  readonly claims?: { readonly url?: string; readonly size?: number };
}

/** A user, channel or role is given by an object that has its id. */
export type OptionValue =
  | string
  | number
  | boolean
  | Upload
  | { readonly id: string; readonly kind?: keyof typeof channelTypes };

interface OptionPayload {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly OptionPayload[];
}

/** Options as an interaction carries them, and the ids of things they speak of. */
export interface FilledOptions {
  readonly options: readonly OptionPayload[];
  readonly users: readonly string[];
  readonly channels: readonly string[];
  readonly roles: readonly string[];
  readonly attachments: readonly APIAttachment[];
}

interface Filling {
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The option somebody is typing in; then nothing is complete yet, and nothing is required. */
  readonly focused: string | null;
  readonly upload: (file: Upload) => APIAttachment;
}

const optionsOf = (holder: {
  options?: readonly APIApplicationCommandOption[];
}): readonly APIApplicationCommandOption[] => holder.options ?? [];

/** The id behind a value that names a user, a channel or a role. */
function idOf(name: string, value: OptionValue): string {
  if (typeof value === 'object' && 'id' in value) return value.id;
  throw new Error(`The option "${name}" takes somebody or something with an id.`);
}

function assertFits(option: APIApplicationCommandBasicOption, value: OptionValue): void {
  const wrong = (detail: string): never => {
    throw new Error(`Discord's client does not send the option "${option.name}": ${detail}.`);
  };
  const expected = {
    [ApplicationCommandOptionType.String]: 'string',
    [ApplicationCommandOptionType.Integer]: 'number',
    [ApplicationCommandOptionType.Number]: 'number',
    [ApplicationCommandOptionType.Boolean]: 'boolean',
  } as Partial<Record<ApplicationCommandOptionType, string>>;
  const kind = expected[option.type] ?? 'object';
  if (typeof value !== kind) wrong(`${JSON.stringify(value)} is no ${kind}`);
  if ('choices' in option && option.choices !== undefined && !option.choices.some((choice) => choice.value === value)) {
    wrong(`${JSON.stringify(value)} is none of its choices`);
  }
  if (option.type === ApplicationCommandOptionType.String && typeof value === 'string') {
    if (value === '') wrong('it is empty');
    const { min_length: least = 0, max_length: most = 6000 } = option;
    if (value.length < least || value.length > most) wrong(`its length is not between ${least} and ${most}`);
  }
  if (option.type === ApplicationCommandOptionType.Channel && typeof value === 'object' && 'kind' in value) {
    const type = channelTypes[value.kind];
    if (option.channel_types?.includes(type as never) === false) wrong('a channel of that kind is not offered');
  }
  if ('min_value' in option && typeof value === 'number' && value < (option.min_value ?? value))
    wrong('it is too small');
  if ('max_value' in option && typeof value === 'number' && value > (option.max_value ?? value))
    wrong('it is too large');
}

function fillPlain(options: readonly APIApplicationCommandOption[], filling: Filling): FilledOptions {
  const { values, focused, upload } = filling;
  const attachments: APIAttachment[] = [];
  const users: string[] = [];
  const channels: string[] = [];
  const roles: string[] = [];
  const missing = options.find(
    (option) => 'required' in option && option.required === true && !(option.name in values),
  );
  if (missing !== undefined && focused === null) throw new Error(`The option "${missing.name}" is required.`);
  const filled = Object.entries(values).map(([name, value]): OptionPayload => {
    const option = options.find((candidate) => candidate.name === name) as APIApplicationCommandBasicOption | undefined;
    if (option === undefined) throw new Error(`The command has no option "${name}".`);
    const { type } = option;
    if (name === focused) return { type, name, value: String(value), focused: true };
    assertFits(option, value);
    switch (type) {
      case ApplicationCommandOptionType.Attachment: {
        const attachment = upload(value as Upload);
        attachments.push(attachment);
        return { type, name, value: attachment.id };
      }
      case ApplicationCommandOptionType.User:
      case ApplicationCommandOptionType.Mentionable:
        users.push(idOf(name, value));
        return { type, name, value: idOf(name, value) };
      case ApplicationCommandOptionType.Channel:
        channels.push(idOf(name, value));
        return { type, name, value: idOf(name, value) };
      case ApplicationCommandOptionType.Role:
        roles.push(idOf(name, value));
        return { type, name, value: idOf(name, value) };
      default:
        return { type, name, value: value as string | number | boolean };
    }
  });
  return { options: filled, attachments, users, channels, roles };
}

/**
 * The options of `/name sub …` as Discord's client would send them. @throws Error for what that client would not send: an
 * unknown or missing option, a value that does not fit.
 */
export function fillOptions(
  command: Pick<APIApplicationCommand, 'options' | 'name'>,
  path: readonly string[],
  filling: Filling,
): FilledOptions {
  const [next, ...rest] = path;
  const options = optionsOf(command as { options?: readonly APIApplicationCommandOption[] });
  if (next === undefined) {
    const isParent = options.some(({ type }) => type <= ApplicationCommandOptionType.SubcommandGroup);
    if (isParent)
      throw new Error(`"${command.name}" runs only with one of: ${options.map(({ name }) => name).join(', ')}.`);
    return fillPlain(options, filling);
  }
  const sub = options.find(({ name, type }) => name === next && type <= ApplicationCommandOptionType.SubcommandGroup);
  if (sub === undefined) throw new Error(`"${command.name}" has no subcommand "${next}".`);
  const inner = fillOptions(sub as Pick<APIApplicationCommand, 'options' | 'name'>, rest, filling);
  return { ...inner, options: [{ type: sub.type, name: sub.name, options: inner.options }] };
}
