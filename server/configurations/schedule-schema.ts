import { type Static, Type } from 'typebox';
import { QuietHoursSchema, ScheduleSchema } from '../delivery/schedule.ts';
import { TimeZone } from './schema.ts';

/** `POST /api/schedule/next`: when an event that came now would be posted. */
export const NextPostRequest = Type.Object(
  {
    schedule: ScheduleSchema,
    quietHours: Type.Optional(QuietHoursSchema),
    timeZone: TimeZone,
  },
  { additionalProperties: false },
);
export type NextPostRequest = Static<typeof NextPostRequest>;

export const NextPost = Type.Object({ at: Type.String({ format: 'date-time' }) });
export type NextPost = Static<typeof NextPost>;
