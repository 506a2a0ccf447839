import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { type ComponentAction, customIdOf } from '../../custom-id.js';

type Row = APIActionRowComponent<APIButtonComponent>;

function button(action: ComponentAction, label: string, style: ButtonStyle.Primary | ButtonStyle.Secondary) {
  return { type: ComponentType.Button, style, label, custom_id: customIdOf(action) } as const;
}

function row(...components: APIButtonComponent[]): readonly Row[] {
  return [{ type: ComponentType.ActionRow, components }];
}

/** @param fingerprint Of the plans that stand above. */
export function publishButtons(fingerprint: string): readonly Row[] {
  return row(
    button({ action: 'publish', fingerprint }, 'Publish', ButtonStyle.Primary),
    button({ action: 'publish-cancel', fingerprint }, 'Cancel', ButtonStyle.Secondary),
  );
}

export interface RollbackChoice {
  readonly collection: 'own' | 'shared';
  readonly generation: string;
  /** The generation that is live while this is shown. */
  readonly live: string;
}

export function rollbackButtons({ collection, generation, live }: RollbackChoice): readonly Row[] {
  return row(
    button({ action: 'rollback', collection, generation, live }, 'Roll back', ButtonStyle.Primary),
    button({ action: 'rollback-cancel', collection, generation }, 'Cancel', ButtonStyle.Secondary),
  );
}

export function stopButton(): readonly Row[] {
  return row(button({ action: 'reindex-stop' }, 'Stop', ButtonStyle.Secondary));
}
