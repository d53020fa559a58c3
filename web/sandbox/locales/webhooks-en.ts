import type { Behaviour } from '../../../server/sandbox/behaviour.ts';

const behaviours: Record<Behaviour, { name: string; help: string }> = {
  normal: { name: 'Behave', help: 'Take good cards, and keep the pace of four in a second.' },
  slow: { name: 'Slow', help: 'Answer after 8 seconds, and post then.' },
  throttled: { name: 'Throttled', help: '429 to everything, with Retry-After.' },
  'hidden-error': {
    name: 'Error inside a success',
    help: 'Connectors: 200 with an error 500 in its words. Workflows: 202, and the run fails.',
  },
  removed: { name: 'Removed', help: 'Connectors: 410. Workflows: 404 WorkflowNotFound.' },
  'flow-off': {
    name: 'Flow is off',
    help: 'Workflows: 400 WorkflowTriggerIsNotEnabled. Connectors go on as they are.',
  },
  'too-large': {
    name: 'Too large',
    help: 'Connectors: 200 with an error 413 in its words. Workflows: 413 MessageSizeExceeded.',
  },
  broken: { name: 'Broken connection', help: 'Cut the connection without an answer.' },
};

/** What a channel's webhooks do, and what came to them and was not posted. */
export const webhooks = {
  open: 'What webhooks do',
  title: (channel: string) => `What webhooks of ${channel} do`,
  help: 'Holds for every request to a webhook of this channel from now on, until you switch it back.',
  behaviours,
  notice: (behaviour: string) => `Webhooks of this channel misbehave: ${behaviour}.`,
  change: 'Change',
  behave: 'Let them behave',
  miss: {
    title: 'Teams shows nothing here',
    one: (sender: string, bytes: string) => `A request of ${bytes} bytes came to “${sender}”.`,
    many: (sender: string, count: string) => `${count} requests came to “${sender}”.`,
    answered: (status: number) => `Answered with ${status}.`,
    accepted: 'Answered with 202, as if all were well: the run failed afterwards.',
    cut: 'The connection was cut without an answer.',
  },
};
