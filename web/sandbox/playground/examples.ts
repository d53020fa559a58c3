import type { Draft } from '../../../server/sandbox/playground/schema.ts';

export type ExampleId = 'event' | 'adaptive' | 'message' | 'mistakes';

const EVENT = {
  type: 'task.created',
  title: 'Repaint the north door',
  text: 'The salt has taken the paint off again. **Two coats**, please.',
  url: 'https://tasks.example/214',
};

const ADAPTIVE = {
  type: 'message',
  summary: 'Storm tonight',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: 'Storm tonight', size: 'Large', weight: 'Bolder', wrap: true },
          { type: 'TextBlock', text: 'Close the **shutters**.', wrap: true },
        ],
        actions: [{ type: 'Action.OpenUrl', title: 'Weather', url: 'https://weather.example/' }],
      },
    },
  ],
};

const MESSAGE = {
  '@type': 'MessageCard',
  '@context': 'https://schema.org/extensions',
  summary: 'Storm tonight',
  themeColor: '0078D4',
  title: 'Storm tonight',
  sections: [{ text: 'Close the **shutters**.', facts: [{ name: 'Gusts', value: '9 Bft' }] }],
  potentialAction: [
    { '@type': 'OpenUri', name: 'Weather', targets: [{ os: 'default', uri: 'https://weather.example/' }] },
  ],
};

const MISTAKES = {
  type: 'AdaptiveCard',
  version: '1.4',
  body: [
    { type: 'TextBlock', text: '# Storm <b>tonight</b>' },
    { type: 'Input.Text', id: 'answer' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Done' }],
};

const draft = (mode: Draft['mode'], value: object) => ({ mode, text: JSON.stringify(value, null, 2) });

/** What the editor can begin with. */
export const EXAMPLES: Readonly<Record<ExampleId, Pick<Draft, 'mode' | 'text'>>> = {
  event: draft('event', EVENT),
  adaptive: draft('card', ADAPTIVE),
  message: draft('card', MESSAGE),
  mistakes: draft('card', MISTAKES),
};
