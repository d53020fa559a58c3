/** What a configuration may hold. The page shows the same limits: `GET /api/connector` carries them. */
export const LIMITS = {
  nameLength: 80,
  eventTypes: 200,
  eventTypeLength: 200,
  hostNameLength: 200,
  /** The longest IANA name has 32 characters. */
  timeZoneLength: 64,
  /** Workflow URLs pass 255 characters; none seen came near this. */
  urlLength: 2_048,
} as const;
