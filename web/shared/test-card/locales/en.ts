import type { TestMeaning } from '../tell-test.ts';

/** The words of test cards: apart from the others, because they are needed after a press of a button. */
export const en = {
  button: 'Send a test card',
  buttonTo: (label: string) => `Send a test card to ${label}`,
  sending: 'A test card is on its way…',
  posted: 'Teams posted the test card: it is in the channel.',
  accepted: 'Teams took the test card. Look in the channel: it should be there in a moment.',
  /** Without a number where it would mislead: Teams also fails with 200. */
  answered: (status: number | undefined, meaning: string) =>
    status === undefined ? `Teams answered: ${meaning}` : `Teams answered ${status}: ${meaning}`,
  noAnswer: (why: string) => `The address gave no answer. ${why}`,
  quoted: (words: string) => `Its own words: “${words}”.`,
  meanings: {
    removed: 'this address was removed.',
    closed: 'this address does not let us post.',
    off: 'the Workflow is switched off or was deleted.',
    card: 'it does not accept our cards.',
    busy: 'it gets too many cards at the moment.',
    trouble: 'it has trouble of its own.',
    unclear: 'it did not say that the card was posted.',
  } satisfies Record<TestMeaning, string>,
  todo: {
    newWorkflow: 'Make a new Workflow in the channel, copy its address and paste it here.',
    openWorkflow: 'In the Workflow’s trigger, let anyone post. Then try again.',
    switchOn: 'Switch the Workflow on in Teams, or make a new one and paste its address.',
    rightWorkflow: 'Make the Workflow from the template “Send webhook alerts to a channel”.',
    retired:
      'Microsoft shut down connectors in Teams in May 2026. Add this app to the channel as a tab instead, with the address of a Workflow.',
    wait: 'Wait a minute, then try again.',
  },
  failedTitle: 'The test card did not arrive',
};

export type TestWords = typeof en;
