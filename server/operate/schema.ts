import { Type } from 'typebox';
import { ReplayRequest } from '../configurations/delivery-schema.ts';
import { IdSchema } from '../configurations/schema.ts';

/** `POST /api/operate/replay`: as people ask for it, for one configuration or for all. */
export const OperateReplayRequest = Type.Object(
  {
    ...ReplayRequest.properties,
    /** Left out: all configurations. */
    configuration: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);
