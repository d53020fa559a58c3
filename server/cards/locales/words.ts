import type { LeftOut, Severity } from '../card.ts';

/**
 * The cards' own words in one language. What is passed in is put in as it is: the caller escapes it for
 * Markdown, or leaves it plain for a summary.
 */
export interface CardWords {
  /** Stands in for an actor without a name. */
  somebody: string;
  open: string;
  more(count: number): string;
  /** The word beside a card's colour. */
  severity: Record<Exclude<Severity, 'info'>, string>;
  /** Says that a card was too large for Teams, and what it lacks. */
  shortened(leftOut: LeftOut): string;
  /** Leads to our page with all of the event. */
  wholeEvent: string;
  yes: string;
  no: string;
  /** Things that have no name to call them by. */
  entries(count: number): string;
  /** "Region: north", on one line with others. */
  labelled(label: string, value: string): string;
  /** Links to our own pages. */
  own: { mute: string; pause: string; channel: string };
  /** One card for many events. */
  digest: {
    /** `span` is a time with its unit: "2 minutes". */
    storm(count: number, span: string): string;
    digest: Record<'hourly' | 'daily' | 'weekly' | 'other', (count: number) => string>;
    catchUp(count: number): string;
    since: string;
  };
  push: {
    commits(actor: string, count: number, branch: string): string;
    forcedCommits(actor: string, count: number, branch: string): string;
    forced(actor: string, branch: string): string;
    newBranch(actor: string, branch: string): string;
    newTag(actor: string, tag: string): string;
    moved(actor: string, ref: string): string;
    view: string;
  };
  /** `number` is as GitHub writes it: "#12". */
  pullRequest: {
    opened(actor: string, number: string, title: string): string;
    openedDraft(actor: string, number: string, title: string): string;
    closed(actor: string, number: string, title: string): string;
    merged(actor: string, number: string, title: string): string;
    reopened(actor: string, number: string, title: string): string;
    ready(actor: string, number: string, title: string): string;
    view: string;
    branches: string;
    changes: string;
    changedFiles(additions: number, deletions: number, files: number): string;
  };
  issue: {
    opened(actor: string, number: string, title: string): string;
    closed(actor: string, number: string, title: string): string;
    closedNotPlanned(actor: string, number: string, title: string): string;
    reopened(actor: string, number: string, title: string): string;
    view: string;
    assignees: string;
    milestone: string;
  };
  release: {
    published(actor: string, name: string): string;
    prePublished(actor: string, name: string): string;
    view: string;
    tag: string;
  };
  workflowRun: {
    succeeded(workflow: string, branch: string): string;
    failed(workflow: string, branch: string): string;
    timedOut(workflow: string, branch: string): string;
    notStarted(workflow: string, branch: string): string;
    waiting(workflow: string, branch: string): string;
    view: string;
    commit: string;
    trigger: string;
    attempt: string;
  };
  author: string;
  labels: string;
}
