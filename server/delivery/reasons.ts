/**
 * Why a delivery is in its state. The pages have words for each code, in every language.
 *
 * A waiting delivery that was tried carries `retry` or `destination-dead`; for all others the reason to wait
 * follows from the configuration (pause, schedule, storm, pace) and is worked out when somebody asks.
 */
export type Reason =
  | 'now'
  | 'retry'
  | 'destination-dead'
  | 'replayed'
  | 'posted'
  | 'accepted'
  | 'storm'
  | 'digest'
  | 'catch-up'
  | 'card-wrong'
  | 'attempts-used-up'
  | 'configuration-removed'
  | 'dropped-on-resume'
  | 'too-old';
