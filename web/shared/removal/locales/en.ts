/** The words of what a removal ends, in English. */
export const en = {
  body: 'When you press Remove, this channel gets no more of these events:',
  waiting: 'What is still waiting to be posted is not posted any more. What is in the channel stays there.',
  workflowStays: 'The Workflow itself stays in Teams. If nobody else uses it, delete it under Workflows.',
  undo: (days: number) => `For ${days} days this can be undone here.`,
  undoElsewhere: (days: number) => `For ${days} days this can be undone, on a page that its cards lead to:`,
  channelPage: 'the page of this channel',
};

export type RemovalWords = typeof en;
