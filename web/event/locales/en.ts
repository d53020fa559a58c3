/** The words of the event's page in English. */
export const en = {
  goneTitle: 'This event cannot be shown',
  gone: 'It was not meant for this channel, or is older than events are kept.',
  facts: 'About this event',
  type: 'Kind',
  source: 'Sent by',
  id: 'Its id there',
  subject: 'Subject',
  time: 'Happened',
  acceptedAt: 'Came here',
  story: 'What became of it',
  data: 'Everything that was sent',
  noData: 'Nothing but this was sent.',
  empty: 'empty',
  yes: 'yes',
  no: 'no',
  none: 'nothing',
  toChannel: 'All events of this channel',
};

export type EventWords = typeof en;
