/** An answer that is no success: Discord's JSON error code, and the HTTP status it comes with. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';

  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    /** What is wrong where, for code 50035. */
    readonly errors?: object,
  ) {
    super(message);
  }
}

export const unknownChannel = (): DiscordError => new DiscordError(404, 10_003, 'Unknown Channel');
export const unknownMessage = (): DiscordError => new DiscordError(404, 10_008, 'Unknown Message');
export const unknownWebhook = (): DiscordError => new DiscordError(404, 10_015, 'Unknown Webhook');
export const unknownInteraction = (): DiscordError => new DiscordError(404, 10_062, 'Unknown interaction');
export const acknowledgedAlready = (): DiscordError =>
  new DiscordError(400, 40_060, 'Interaction has already been acknowledged.');
export const missingAccess = (): DiscordError => new DiscordError(403, 50_001, 'Missing Access');
export const emptyMessage = (): DiscordError => new DiscordError(400, 50_006, 'Cannot send an empty message');
export const missingPermissions = (): DiscordError => new DiscordError(403, 50_013, 'Missing Permissions');
/** What an interaction's webhook answers once its fifteen minutes are over. */
export const invalidWebhookToken = (): DiscordError => new DiscordError(401, 50_027, 'Invalid Webhook Token');

/** Code 50035; `place` is a path such as `embeds[0].title`. */
export function invalidForm(place: string, code: string, message: string): DiscordError {
  const steps = place.split(/[.[\]]+/u).filter((step) => step !== '');
  const errors = steps.reduceRight<object>((inner, step) => ({ [step]: inner }), { _errors: [{ code, message }] });
  return new DiscordError(400, 50_035, 'Invalid Form Body', errors);
}
