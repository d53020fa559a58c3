import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SandboxChannel, SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';

/** The webhook that a new connector is offered. It is made when the dialog opens, as in Teams. */
export type OfferedWebhook =
  | { state: 'not-needed' }
  | { state: 'preparing' }
  | { state: 'ready'; webhook: SandboxWebhook }
  | { state: 'failed'; error: unknown };

/**
 * Makes a webhook for a new connector and takes it back when the dialog is left without saving: `keep` says
 * that it was saved. `again` tries anew after a failure.
 */
export function useConnectorWebhook(options: { needed: boolean; channel: SandboxChannel; name: string }): {
  offered: OfferedWebhook;
  keep(): void;
  again(): void;
} {
  const { needed, channel } = options;
  const kept = useRef(false);
  const [round, setRound] = useState(0);
  const [offered, setOffered] = useState<OfferedWebhook>({ state: needed ? 'preparing' : 'not-needed' });
  const create = useEffectEvent(() =>
    api.createWebhook(channel.id, { kind: 'connector', name: options.name }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round makes a new one.
  useEffect(() => {
    if (!needed) return;
    let left = false;
    let made: SandboxWebhook | undefined;
    // Nobody waits for it, and what stays behind harms nobody: a failure to take it back is no news.
    const takeBack = ({ id }: SandboxWebhook) => void api.removeWebhook(id).catch(() => {});
    create().then(
      (webhook) => {
        if (left) return takeBack(webhook);
        made = webhook;
        setOffered({ state: 'ready', webhook });
      },
      (error: unknown) => setOffered({ state: 'failed', error }),
    );
    return () => {
      left = true;
      if (made && !kept.current) takeBack(made);
    };
  }, [needed, round]);

  return {
    offered,
    keep() {
      kept.current = true;
    },
    again() {
      setOffered({ state: 'preparing' });
      setRound((number) => number + 1);
    },
  };
}
