import { Button, Field, Input, Text } from '@fluentui/react-components';
import type { CreatedKey } from '../../../server/operate/key-schema.ts';
import { useAnnounce } from '../../shared/live-region.tsx';
import { Panel } from '../../shared/panel.tsx';
import { useOperateWords } from '../words.ts';

/** A new key, the only time that anybody sees it. */
export function ShownOnce({ made, onClose }: { made: CreatedKey; onClose(): void }) {
  const { keys } = useOperateWords();
  const announce = useAnnounce();
  const copy = async () => {
    // Without the permission it is copied by hand.
    await navigator.clipboard.writeText(made.key);
    announce(keys.copied);
  };
  return (
    <Panel
      title={keys.once}
      onClose={() => undefined}
      buttons={
        <>
          <Button onClick={() => void copy().catch(() => undefined)}>{keys.copy}</Button>
          <Button appearance="primary" onClick={onClose}>
            {keys.done}
          </Button>
        </>
      }
    >
      <Text>{keys.onceBody}</Text>
      <Field label={made.name}>
        <Input readOnly value={made.key} />
      </Field>
    </Panel>
  );
}
