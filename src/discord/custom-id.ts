/** One part of a custom id: how it is recognised, and what it is. */
interface Field<T extends string | number> {
  readonly pattern: RegExp;
  read(text: string): T;
}

function text<T extends string>(pattern: RegExp): Field<T> {
  return { pattern, read: (value) => value as T };
}

function whole(pattern: RegExp): Field<number> {
  return { pattern, read: Number };
}

const fields = {
  /** The id of a kept record: unguessable, so that a forged one finds nothing. */
  record: text(/^[0-9A-Za-z]{12}$/u),
  /** From 0 into the citations. */
  index: whole(/^\d{1,3}$/u),
  /** Discord's id of a message of Parley's. */
  message: text(/^\d{17,20}$/u),
  /** The server's own collection, or the shared one: no id can name another server's. */
  collection: text<'own' | 'shared'>(/^(?:own|shared)$/u),
  /** Of the plans that were shown. */
  fingerprint: text(/^[0-9A-Za-z]{12}$/u),
  generation: text(/^\d{8}-\d{6}-[0-9a-f]{4}$/u),
  /** The generation that was live when this was shown. */
  live: text(/^(?:\d{8}-\d{6}-[0-9a-f]{4}|none)$/u),
  /** Of an item of the review. */
  item: whole(/^\d{1,12}$/u),
  /** When an item was accepted, milliseconds since 1970. */
  moment: whole(/^\d{1,15}$/u),
} as const satisfies Record<string, Field<string> | Field<number>>;

/** What a button or a form is for, and the parts of its custom id in their order. */
const actions = {
  passage: ['record', 'index'],
  /** Shows another passage in place of the one it stands under. */
  page: ['record', 'index'],
  share: ['record'],
  up: ['record'],
  down: ['record'],
  dispute: ['record'],
  'dispute-form': ['record'],
  'follow-up-form': ['message'],
  publish: ['fingerprint'],
  'publish-cancel': ['fingerprint'],
  /** Calls off what is under way. */
  'reindex-stop': [],
  rollback: ['collection', 'generation', 'live'],
  'rollback-cancel': ['collection', 'generation'],
  'review-accept': ['item'],
  'review-reject': ['item'],
  /** Shows the item after this one. */
  'review-next': ['item'],
  'accept-form': ['item'],
  /** Takes back what an accepted item left behind. */
  'note-withdraw': ['moment'],
  /** Shows what was accepted before this. */
  'note-next': ['moment'],
  'privacy-delete': [],
  'privacy-keep': [],
} as const satisfies Record<string, readonly (keyof typeof fields)[]>;

export type ActionName = keyof typeof actions;
type FieldOf<N extends ActionName> = (typeof actions)[N][number];

/** A custom id taken apart, by its action. */
export type ActionOf<N extends ActionName> = { readonly action: N } & {
  readonly [F in FieldOf<N>]: ReturnType<(typeof fields)[F]['read']>;
};

/**
 * What a button or a form is for, as its custom id says it: `passage:K3fq0Zp81LmN:2`. What it acts on lies in the state,
 * so that a button works after a restart; who may press it is decided when it is pressed.
 */
export type ComponentAction = { readonly [N in ActionName]: ActionOf<N> }[ActionName];

function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

export function customIdOf(action: ComponentAction): string {
  const values: Readonly<Partial<Record<string, string | number>>> = action;
  return [action.action, ...actions[action.action].map((field) => String(values[field]))].join(':');
}

/** `null` for whatever Parley did not make. */
export function readCustomId(customId: string): ComponentAction | null {
  const [name = '', ...parts] = customId.split(':');
  if (!isActionName(name)) return null;
  const wanted: readonly (keyof typeof fields)[] = actions[name];
  if (parts.length !== wanted.length) return null;
  const read: Record<string, string | number> = {};
  for (const [place, field] of wanted.entries()) {
    const part = parts[place] ?? '';
    if (!fields[field].pattern.test(part)) return null;
    read[field] = fields[field].read(part);
  }
  return { action: name, ...read } as ComponentAction;
}
