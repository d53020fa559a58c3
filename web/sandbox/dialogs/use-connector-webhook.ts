import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SandboxChannel, SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';

/** The webhook that a new connector is offered. It is made when the dialog opens, as in Teams. */
type OfferedWebhook =
  | { state: 'not-needed' }
  | { state: 'preparing' }
  | { state: 'ready'; webhook: SandboxWebhook }
  | { state: 'failed'; error: unknown };

export interface ConnectorWebhook {
  offered: OfferedWebhook;
  /** The newest that was made in this dialog. */
  latest(): SandboxWebhook | undefined;
  /** Says that the newest was saved: it stays, all others go. */
  keep(): void;
  /** Makes another one in its place, as some hosts do: its address. */
  renew(): Promise<string>;
  /** Tries anew after a failure. */
  again(): void;
}

/** Makes webhooks for a connector's dialog, and takes them back when it is left without saving. */
export function useConnectorWebhook(options: {
  needed: boolean;
  channel: SandboxChannel;
  name: string;
}): ConnectorWebhook {
  const { needed, channel } = options;
  const made = useRef<SandboxWebhook[]>([]);
  const [round, setRound] = useState(0);
  const [offered, setOffered] = useState<OfferedWebhook>({ state: needed ? 'preparing' : 'not-needed' });
  const create = () => api.createWebhook(channel.id, { kind: 'connector', name: options.name });
  const createFirst = useEffectEvent(create);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round makes a new one.
  useEffect(() => {
    let left = false;
    if (needed) {
      createFirst().then(
        (webhook) => {
          if (left) return takeBack(webhook);
          made.current.push(webhook);
          setOffered({ state: 'ready', webhook });
        },
        (error: unknown) => setOffered({ state: 'failed', error }),
      );
    }
    return () => {
      left = true;
      made.current.forEach(takeBack);
      made.current = [];
    };
  }, [needed, round]);

  return {
    offered,
    latest: () => made.current.at(-1),
    keep() {
      made.current.slice(0, -1).forEach(takeBack);
      made.current = [];
    },
    async renew() {
      const webhook = await create();
      made.current.push(webhook);
      return webhook.url;
    },
    again() {
      setOffered({ state: 'preparing' });
      setRound((number) => number + 1);
    },
  };
}

/** Nobody waits for it, and what stays behind harms nobody: a failure to take it back is no news. */
function takeBack({ id }: SandboxWebhook): void {
  void api.removeWebhook(id).catch(() => {});
}
