import { Text } from '@fluentui/react-components';
import type { PreviewRequest } from '../../../server/previews/schema.ts';
import type { Api } from '../../shared/api.ts';
import { CardView } from '../../shared/card-view/card-view.tsx';
import { cardIn } from '../../shared/card-view/shown-card.ts';
import { useSpeech } from '../../shared/language.ts';
import { useCard } from './use-card.ts';
import { useBacktestWords } from './words.ts';

/** A card as the channel would see it, in the theme around it. */
export function PreviewCard({ api, wanted }: { api: Api; wanted: PreviewRequest }) {
  const { language } = useSpeech();
  const words = useBacktestWords();
  const load = useCard(api, wanted);
  if (load.status === 'loading') return <Text>{words.loading}</Text>;
  if (load.status === 'failed') return <Text>{words.cardFailed}</Text>;
  const { kind, payload } = load.preview;
  return <CardView card={cardIn(kind, payload)} language={language} />;
}
