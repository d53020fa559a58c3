import { type Static, Type } from 'typebox';
import { ReplayRequest } from '../configurations/delivery-schema.ts';
import { IdSchema } from '../configurations/schema.ts';

/** More than a person chooses by hand; a channel's failures are replayed at once by `failed`. */
const MOST_CHOSEN = 500;

/** `POST /api/operate/replay`: as people ask for it, for one configuration or for all. */
export const OperateReplayRequest = Type.Object(
  {
    ...ReplayRequest.properties,
    /** Several deliveries, by their ids, in the place of the other choices. */
    deliveries: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9]{1,18}$' }), {
        minItems: 1,
        maxItems: MOST_CHOSEN,
        uniqueItems: true,
      }),
    ),
    /** Left out: all configurations. */
    configuration: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);
export type OperateReplayRequest = Static<typeof OperateReplayRequest>;
