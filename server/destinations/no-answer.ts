/** Why no answer came, as codes that pages have words for. */
export type NoAnswer =
  | 'address-refused'
  | 'connection-refused'
  | 'closed'
  | 'name-not-found'
  | 'not-reached'
  | 'stopped'
  | 'too-slow'
  | 'encryption'
  | 'failed';
