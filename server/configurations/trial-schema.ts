import { type Static, Type } from 'typebox';
import { LIMITS } from './limits.ts';
import { LanguageSchema } from './schema.ts';

/** `POST /api/destinations/test`: a test card to an address that nothing is saved for yet. */
export const TrialRequest = Type.Object(
  {
    url: Type.String({ minLength: 1, maxLength: LIMITS.urlLength }),
    /** Of the card. */
    language: LanguageSchema,
  },
  { additionalProperties: false },
);
export type TrialRequest = Static<typeof TrialRequest>;
