import { counterFor } from './counter.ts';
import { listerFor } from './lister.ts';
import type { CardWords } from './words.ts';

const counted = counterFor('en');
const listed = listerFor('en');
const events = (count: number) => counted(count, { one: 'event', other: 'events' });
const commits = (count: number) => counted(count, { one: 'commit', other: 'commits' });

export const en: CardWords = {
  somebody: 'Somebody',
  open: 'Open',
  more: (count) => `and ${counted(count, { other: 'more' })}`,
  severity: { success: 'Success', warning: 'Warning', error: 'Error' },
  shortened: ({ facts, text, picture, links }) =>
    `Shortened to fit: ${listed([
      facts > 0 && counted(facts, { one: 'detail', other: 'details' }),
      text && 'the end of the text',
      picture && 'the picture',
      links > 0 && counted(links, { one: 'button', other: 'buttons' }),
    ])} left out.`,
  wholeEvent: 'See the whole event',
  yes: 'yes',
  no: 'no',
  entries: (count) => counted(count, { one: 'entry', other: 'entries' }),
  labelled: (label, value) => `${label}: ${value}`,
  own: {
    mute: 'Mute this kind here',
    pause: 'Pause for 1 hour',
    channel: 'All events of this channel',
  },
  digest: {
    storm: (count, span) => `Busy: ${events(count)} in ${span}`,
    digest: {
      hourly: (count) => `Hourly digest: ${events(count)}`,
      daily: (count) => `Daily digest: ${events(count)}`,
      weekly: (count) => `Weekly digest: ${events(count)}`,
      other: (count) => `Digest: ${events(count)}`,
    },
    catchUp: (count) => `${events(count)} while this channel was paused`,
    since: 'Since',
  },
  push: {
    commits: (actor, count, branch) => `${actor} pushed ${commits(count)} to ${branch}`,
    forcedCommits: (actor, count, branch) => `${actor} force-pushed ${commits(count)} to ${branch}`,
    forced: (actor, branch) => `${actor} force-pushed ${branch}`,
    newBranch: (actor, branch) => `${actor} created the branch ${branch}`,
    newTag: (actor, tag) => `${actor} pushed the tag ${tag}`,
    moved: (actor, ref) => `${actor} moved ${ref}`,
    view: 'View changes',
  },
  pullRequest: {
    opened: (actor, number, title) => `${actor} opened pull request ${number}: ${title}`,
    openedDraft: (actor, number, title) => `${actor} opened draft pull request ${number}: ${title}`,
    closed: (actor, number, title) => `${actor} closed pull request ${number} without merging it: ${title}`,
    merged: (actor, number, title) => `${actor} merged pull request ${number}: ${title}`,
    reopened: (actor, number, title) => `${actor} reopened pull request ${number}: ${title}`,
    ready: (actor, number, title) => `${actor} asks for review of pull request ${number}: ${title}`,
    view: 'View pull request',
    branches: 'Branches',
    changes: 'Changes',
    changedFiles: (additions, deletions, files) =>
      `+${additions} −${deletions} in ${counted(files, { one: 'file', other: 'files' })}`,
  },
  issue: {
    opened: (actor, number, title) => `${actor} opened issue ${number}: ${title}`,
    closed: (actor, number, title) => `${actor} closed issue ${number}: ${title}`,
    closedNotPlanned: (actor, number, title) => `${actor} closed issue ${number} as not planned: ${title}`,
    reopened: (actor, number, title) => `${actor} reopened issue ${number}: ${title}`,
    view: 'View issue',
    assignees: 'Assigned to',
    milestone: 'Milestone',
  },
  release: {
    published: (actor, name) => `${actor} released ${name}`,
    prePublished: (actor, name) => `${actor} published the pre-release ${name}`,
    view: 'View release',
    tag: 'Tag',
  },
  workflowRun: {
    succeeded: (workflow, branch) => `${workflow} succeeded on ${branch}`,
    failed: (workflow, branch) => `${workflow} failed on ${branch}`,
    timedOut: (workflow, branch) => `${workflow} timed out on ${branch}`,
    notStarted: (workflow, branch) => `${workflow} could not start on ${branch}`,
    waiting: (workflow, branch) => `${workflow} waits for approval on ${branch}`,
    view: 'View run',
    commit: 'Commit',
    trigger: 'Trigger',
    attempt: 'Attempt',
  },
  author: 'Author',
  labels: 'Labels',
};
