import { z } from 'zod';

/** An empty value means "not set", as people leave keys of `.env` empty. */
export const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();
