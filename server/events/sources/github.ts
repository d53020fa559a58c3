import { plainLine } from '../../cards/markdown.ts';
import { ProblemError } from '../../problem.ts';
import type { Event } from '../event.ts';
import { isTrueAt, jsonObject, textAt, valueAt } from '../fields.ts';
import { homeOf } from './github/home.ts';
import { isPayload, person, requiredText } from './github/payload.ts';
import { type GithubReader, nothing } from './github/reader.ts';
import { GITHUB_READERS } from './github/readers.ts';

/** One webhook call of GitHub, after its signature was checked. */
export interface GithubCall {
  /** The header `X-GitHub-Event`. */
  name: string | undefined;
  /** The header `X-GitHub-Delivery`: a GUID, the same again when GitHub or a person sends it again. */
  delivery: string | undefined;
  /** The parsed body. */
  payload: unknown;
}

/** What came of a call: an event, or a reason for people why there is none. */
export type GithubResult = { event: Event } | { ignored: string };

/** Visible ASCII, as header values are; the GUID has 36 of them. */
const DELIVERY = /^[!-~]{1,200}$/;

/** In UTF-16 code units: as long as CloudEvents' own may be. */
const SUBJECT_LENGTH = 500;

/** GitHub adds events; whoever chooses "Send me everything" gets them all. */
const UNKNOWN: GithubReader = {
  otherwise: nothing('It is not among the events that channels can choose.'),
};

/**
 * Turns a call into an event: `source` is the repository's or organisation's page, `id` the delivery's GUID,
 * `time` is `now` because payloads do not agree on a field for it. `docs/github.md` lists what becomes what.
 *
 * Throws `invalid-event` when a header is missing or the payload lacks what GitHub promises.
 */
export function githubEvent({ name, delivery, payload }: GithubCall, now: Date): GithubResult {
  if (name === undefined) throw new ProblemError('invalid-event', 'The header X-GitHub-Event is missing.');
  if (delivery === undefined || !DELIVERY.test(delivery)) {
    throw new ProblemError('invalid-event', 'The header X-GitHub-Delivery is missing or not a GUID.');
  }
  if (!isPayload(payload)) throw new ProblemError('invalid-event', 'The payload must be a JSON object.');

  const reader = Object.hasOwn(GITHUB_READERS, name) ? (GITHUB_READERS[name] ?? UNKNOWN) : UNKNOWN;
  const kind = kindIn(reader, payload);
  const outcome = outcomeOf(reader, kind);
  if (typeof outcome !== 'string') {
    // The words are GitHub's, so they are kept short.
    const what = plainLine(kind === undefined ? name : `${name}: ${kind}`, 80);
    return { ignored: `${outcome.ignored} (GitHub’s “${what}”)` };
  }

  const { subject, data } = reader.read?.(payload) ?? { subject: name, data: {} };
  const home = homeOf(payload);
  const actor = data.actor ?? person(valueAt(payload, 'sender'));
  return {
    event: {
      source: home.url,
      id: delivery,
      type: outcome,
      time: now,
      subject: plainLine(subject, SUBJECT_LENGTH),
      data: jsonObject({
        repository: home.repository,
        organization: home.organization,
        action: textAt(payload, 'action'),
        ...data,
        url: data.url ?? home.url,
        actor,
        bot: isTrueAt(actor, 'bot'),
      }),
    },
  };
}

/** Where actions lead to different outcomes, there must be one. */
function kindIn({ kindOf, outcomes }: GithubReader, payload: unknown): string | undefined {
  if (kindOf) return kindOf(payload);
  return outcomes ? requiredText(payload, 'action') : textAt(payload, 'action');
}

function outcomeOf({ outcomes = {}, otherwise }: GithubReader, kind: string | undefined) {
  return kind !== undefined && Object.hasOwn(outcomes, kind) ? (outcomes[kind] ?? otherwise) : otherwise;
}
