import { Type } from 'typebox';
import { LIMITS } from '../configurations/limits.ts';

/** PostgreSQL takes no NUL, even to compare with. */
const NO_CONTROLS = '^[^\\u0000-\\u001f\\u007f]*$';

/** The `next` of the page before. */
export const Cursor = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_.-]+$' });
export const SearchText = Type.String({ minLength: 1, maxLength: 100, pattern: NO_CONTROLS });
export const TypeName = Type.String({
  minLength: 1,
  maxLength: LIMITS.eventTypeLength,
  pattern: NO_CONTROLS,
});
/** An organisation's id. */
export const Tenant = Type.String({
  pattern: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
});
export const Moment = Type.String({ format: 'date-time' });
