/** A client for systems that send events: copy it. It needs nothing but Node 22 or newer. */

/** An event in the short form. The same `id` again is told and posted to nobody twice. */
export interface ShortEvent {
  type: string;
  title: string;
  text?: string;
  url?: string;
  data?: Record<string, unknown>;
  id?: string;
  source?: string;
  time?: string;
  tenantid?: string;
}

/** What became of one event: it is stored for good. */
export interface Receipt {
  source: string;
  id: string;
  duplicate: boolean;
  channels: number;
}

/** What Cardwire answers when something does not work: decide by `code`. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors?: { pointer: string; detail: string }[];
}

export class CardwireError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Where Cardwire runs: https://cardwire.example.com */
  url: string;
  /** With the scope "events". */
  key: string;
  /** How often a request is sent again that Cardwire could not take. */
  retries?: number;
  /** Waits so many seconds. */
  wait?(seconds: number): Promise<void>;
}

const sleep = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, 1_000 * seconds));

/**
 * Sends events and answers once they are stored. Events without an id are given one here, so that a request whose
 * answer was lost can be sent again. Throws a CardwireError for what sending again would not change.
 */
export function createCardwireClient({ url, key, retries = 5, wait = sleep }: ClientOptions) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return {
    async send(events: readonly ShortEvent[]): Promise<Receipt[]> {
      const body = JSON.stringify(events.map((event) => ({ id: crypto.randomUUID(), ...event })));
      for (let attempt = 0; ; attempt += 1) {
        const answer = await fetch(`${url}/api/events`, { method: 'POST', headers, body }).catch(
          () => undefined,
        );
        if (answer?.ok) {
          const { events: receipts }: { events: Receipt[] } = JSON.parse(await answer.text());
          return receipts;
        }
        const again = answer === undefined || answer.status === 429 || answer.status >= 500;
        if (!again || attempt === retries) throw await errorOf(answer);
        await wait(Number(answer?.headers.get('retry-after') ?? 2 ** attempt));
      }
    },
  };
}

async function errorOf(answer: Response | undefined): Promise<Error> {
  if (!answer) return new Error('Cardwire does not answer');
  const problem: Problem = JSON.parse(await answer.text());
  return new CardwireError(problem);
}
