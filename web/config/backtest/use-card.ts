import { useEffect, useState } from 'react';
import type { Preview, PreviewRequest } from '../../../server/previews/schema.ts';
import type { Api } from '../../shared/api.ts';

/** A card on its way, there, or failed. */
export type CardLoad = { status: 'loading' } | { status: 'failed' } | { status: 'loaded'; preview: Preview };

/** Draws a card on the server, anew when what is wanted changes; the card before stays until then. */
export function useCard(api: Pick<Api, 'preview'>, wanted: PreviewRequest): CardLoad {
  const [load, setLoad] = useState<CardLoad>({ status: 'loading' });
  const question = JSON.stringify(wanted);
  useEffect(() => {
    const control = new AbortController();
    const settle = (next: CardLoad) => {
      if (!control.signal.aborted) setLoad(next);
    };
    api.preview(JSON.parse(question) as PreviewRequest, control.signal).then(
      (preview) => settle({ status: 'loaded', preview }),
      () => settle({ status: 'failed' }),
    );
    return () => control.abort();
  }, [api, question]);
  return load;
}
