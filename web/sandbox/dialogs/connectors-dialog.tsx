import {
  Avatar,
  Body1,
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Subtitle2,
} from '@fluentui/react-components';
import type { Installation, SandboxChannel } from '../../../server/sandbox/schema.ts';
import { nameOf } from '../host/settings.ts';
import { useHosting } from '../hosting.tsx';
import { useLanguage, useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';

export interface ConnectorsDialogProps {
  channel: SandboxChannel;
  connectors: readonly Installation[];
  onConfigure(): void;
  onManage(connector: Installation): void;
  onClose(): void;
}

/** The connectors of a channel: what can be added, and what is configured. */
export function ConnectorsDialog(props: ConnectorsDialogProps) {
  const words = useWords();
  const language = useLanguage();
  const styles = useDialogStyles();
  const { app } = useHosting();
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.plainSurface}>
        <DialogBody>
          <DialogTitle>{words.connectors(props.channel.name)}</DialogTitle>
          <DialogContent className={styles.column}>
            <Body1>{words.connectorsHelp}</Body1>
            <div className={styles.item}>
              <Avatar name={app.name} color="brand" shape="square" aria-hidden />
              <Body1 className={styles.grow}>{app.name}</Body1>
              <Button appearance="primary" onClick={props.onConfigure}>
                {words.configure}
              </Button>
            </div>
            <Subtitle2 as="h3">{words.configured}</Subtitle2>
            {props.connectors.length === 0 && <Body1 className={styles.subtle}>{words.noConnectors}</Body1>}
            <ul className={styles.list}>
              {props.connectors.map((connector) => {
                const name = nameOf(connector.settings) ?? app.name;
                return (
                  <li key={connector.id} className={styles.item}>
                    <div className={styles.grow}>
                      <Body1 block truncate>
                        {name}
                      </Body1>
                      <Caption1 className={styles.subtle}>
                        {words.savedBy(connector.savedByName, dates.format(new Date(connector.savedAt)))}
                      </Caption1>
                    </div>
                    <Button aria-label={words.manage(name)} onClick={() => props.onManage(connector)}>
                      {words.manageShort}
                    </Button>
                  </li>
                );
              })}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
