import { makeStyles } from '@fluentui/react-components';
import type { Installation, SandboxChannel } from '../../../server/sandbox/schema.ts';
import { HostedFrame } from '../frame/hosted-frame.tsx';
import { nameOf, textOf } from '../host/settings.ts';
import { useHosting } from '../hosting.tsx';

const useStyles = makeStyles({ root: { display: 'flex', flexGrow: 1, minHeight: 0 } });

/** The page of a tab. The host takes no tab without a `contentUrl`. */
export function TabContent(props: { channel: SandboxChannel; tab: Installation }) {
  const { channel, tab } = props;
  const styles = useStyles();
  const { app } = useHosting();
  const url = textOf(tab.settings, 'contentUrl');
  if (url === undefined) return null;
  return (
    <div className={styles.root}>
      <HostedFrame
        title={nameOf(tab.settings) ?? app.name}
        url={url}
        kind="tab"
        frameContext="content"
        channel={channel}
        stored={tab.settings}
        owned={{}}
      />
    </div>
  );
}
